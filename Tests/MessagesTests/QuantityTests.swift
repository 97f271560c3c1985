import Messages
import Testing

@testable import Messages

/// Decimal numbers as tables write them.
struct QuantityTests {
    @Test(arguments: [
        ("0", "0"), ("12", "12"), ("0.42", "0.42"), ("1,234.50", "1234.50"), ("1.234,50", "1234.50"), ("0,42", "0.42"),
        ("12,5", "12.5"), ("1,234", "1234"), ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1 234,5", "1234.5"),
        ("-3.5", "-3.5"), (".5", "0.5"), ("0,125", "0.125"), ("1'234.5", "1234.5"),
    ])
    func bringsNumbersToPlainForm(text: String, plain: String) {
        #expect(PlainNumber.read(text) == plain)
    }

    @Test(arguments: ["", "-", ".", ",", "heavy", "1.2.3", "1,23,4", "1e5", "12kg", "1.2,3.4", "--1", "１"])
    func refusesWhatIsNoNumber(text: String) {
        #expect(PlainNumber.read(text) == nil)
    }
}
