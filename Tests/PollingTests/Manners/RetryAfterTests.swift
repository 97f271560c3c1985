import Testing
import Tracking

@testable import Polling

struct RetryAfterTests {
    /// 1994-11-06T08:49:37Z, the moment of the examples in RFC 9110.
    private static let told = Instant(seconds: 784_111_777)

    @Test(arguments: [
        ("120", 120), ("0", 0), (" 7 ", 7), ("86400", 86_400), ("86401", 86_400), ("4294967296", 86_400),
        ("99999999999999999999999999", 86_400),
    ])
    func secondsAreTakenUpToADay(header: String, seconds: Int) {
        #expect(RetryAfter.read(header, now: .noon) == Instant.noon.advanced(by: .seconds(seconds)))
    }

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ])
    func allThreeFormsOfADateAreRead(header: String) {
        let now = Self.told.advanced(by: .seconds(-90))
        #expect(RetryAfter.read(header, now: now) == Self.told)
    }

    @Test func aDateFarAwayIsCappedAtADay() {
        #expect(RetryAfter.read("Thu, 01 Jan 2099 00:00:00 GMT", now: .noon) == Instant.noon.advanced(by: .hours(24)))
    }

    @Test(arguments: [
        "-1", "-120", "", " ", "soon", "1.5", "1e3", "0x10", "１２０", "12 0", "120s",
        "Sun, 06 Nov 1994 08:49:37 GMT",  // long past
        "2026-11-20T13:00:00Z",
    ])
    func whatMakesNoSenseIsNoWish(header: String) {
        #expect(RetryAfter.read(header, now: .noon) == nil)
    }

    @Test(arguments: [
        (["5", "120"], 120), (["120", "5"], 120), (["-1", "60"], 60), (["soon", "60"], 60), (["60", ""], 60),
        (["0", "Sun, 06 Nov 1994 08:49:37 GMT"], 0), (["7", "Thu, 01 Jan 2099 00:00:00 GMT"], 86_400),
        (["86400", "86400"], 86_400),
    ])
    func ofTwoHeadersTheLongerWishHoldsAndNothingIsAdded(headers: [String], seconds: Int) {
        #expect(RetryAfter.read(headers, now: .noon) == Instant.noon.advanced(by: .seconds(seconds)))
    }

    @Test(arguments: [[], ["-1"], ["soon", "-5"], ["Sun, 06 Nov 1994 08:49:37 GMT", ""]])
    func severalThatMakeNoSenseAreNoWish(headers: [String]) {
        #expect(RetryAfter.read(headers, now: .noon) == nil)
    }

    @Test func aDateInThePastIsNoWishAndOneOfNowIsNow() {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT"
        #expect(RetryAfter.read(date, now: Self.told) == Self.told)
        #expect(RetryAfter.read(date, now: Self.told.advanced(by: .seconds(1))) == nil)
        #expect(RetryAfter.read(date, now: Self.told.advanced(by: .days(-3))) == Self.told.advanced(by: .days(-2)))
    }
}
