/// DHL Express: a waybill of ten or eleven digits, the last being the rest of the others divided by seven; or a piece, J
/// with two or three letters and nine or ten digits.
public enum DHLExpress: IdentifierScheme {
    public static let scheme = Scheme.dhlExpress
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 50
    public static let speaksForItself = false
    public static let shape = "ten or eleven digits, or J, two or three letters and nine or ten digits (DHL Express)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        if let digits = number.digits(10...11) {
            let isRight = digits.last.map { Int($0) } == digits.dropLast().value % 7
            return reading(number.compact, checkDigit: isRight ? .ok : .bad)
        }
        return isPiece(number.compact.utf8) ? reading(number.compact) : nil
    }

    public static func rank(of code: String) -> Int { code.hasPrefix("J") ? 25 : rank }

    private static func isPiece(_ text: String.UTF8View) -> Bool {
        let letters = text.prefix(while: NumberText.isLetter)
        let digits = text.dropFirst(letters.count)
        return letters.first == UInt8(ascii: "J") && (3...4).contains(letters.count)
            && NumberText.digits(digits, 9...10) != nil
    }
}

extension Scheme {
    /// DHL Express waybill or piece.
    public static let dhlExpress = Scheme(rawValue: "dhl-express")
}
