import Testing

@testable import Settings

/// The small languages of the settings: rates, quotas, lengths of time, expectations, patterns.
struct SettingValueTests {
    @Test(arguments: ["2/s", "30/min", "100/h", "250/day", "1/s", "1000000/day"])
    func aRateReadsBackAsWritten(text: String) {
        #expect(Settings.Rate(text)?.description == text)
    }

    @Test(arguments: [
        "", "2", "/s", "2/", "0/s", "-2/s", "+2/s", "2 /s", "2/S", "2/sec", "1.5/s", "2/s/s", "٢/s",
        "99999999999999999999/s",
    ])
    func whatIsNoRateIsRefused(text: String) {
        #expect(Settings.Rate(text) == nil)
    }

    @Test func ratesOfDifferentUnitsCompare() {
        #expect(Settings.Rate("60/min")?.perSecond == 1)
        #expect(Settings.Rate("86400/day")?.perSecond == Settings.Rate("1/s")?.perSecond)
    }

    @Test(arguments: [
        ("90s", 90), ("30m", 1_800), ("5m", 300), ("12h", 43_200), ("3d", 259_200), ("3660d", 316_224_000),
    ])
    func aLengthOfTimeReadsBackAsWritten(text: String, seconds: Int) {
        #expect(Settings.Interval(text)?.seconds == seconds)
        #expect(Settings.Interval(text)?.description == text)
    }

    @Test(arguments: ["", "s", "0s", "-1s", "1w", "1.5h", "1h30m", "90", "90 s", "3661d", "9223372036854775807d"])
    func whatIsNoLengthOfTimeIsRefused(text: String) {
        #expect(Settings.Interval(text) == nil)
    }

    @Test func sixtySecondsAreShownAsAMinute() {
        #expect(Settings.Interval("60s")?.description == "1m")
        #expect(Settings.Interval("48h")?.description == "2d")
    }

    @Test(arguments: ["1/day", "250/day"])
    func aQuotaReadsBackAsWritten(text: String) {
        #expect(Settings.Quota(text)?.description == text)
    }

    @Test(arguments: ["250", "250/h", "0/day", "/day", "x/day", "-1/day"])
    func whatIsNoQuotaIsRefused(text: String) {
        #expect(Settings.Quota(text) == nil)
    }

    @Test(arguments: ["22:00-06:00", "00:00-23:59", "12:30-13:00"])
    func quietHoursReadBackAsWritten(text: String) {
        #expect(Settings.QuietHours(text)?.description == text)
    }

    @Test(arguments: [
        "", "-", "22:00", "22:00-", "-06:00", "22-06", "22:00-24:00", "22:00-06:60", "22:00–06:00", "22:00 - 06:00",
        "06:00-06:00", "22:00-06:00-07:00", "+22:00-06:00",
    ])
    func whatAreNoQuietHoursIsRefused(text: String) {
        #expect(Settings.QuietHours(text) == nil)
    }

    @Test(arguments: ["daily 18:00", "weekly mon 09:05", "every 6h"])
    func anExpectationReadsBackAsWritten(text: String) {
        #expect(Settings.Expectation(text)?.description == text)
    }

    @Test(arguments: [
        "", "daily", "daily 24:00", "daily 18:60", "daily 1800", "weekly 18:00", "weekly may 18:00", "every", "hourly",
        "daily 18:00 x",
    ])
    func whatIsNoExpectationIsRefused(text: String) {
        #expect(Settings.Expectation(text) == nil)
    }

    @Test(arguments: [
        ("container", "container", "MRKU9465770", true), ("container", "parcel", "MRKU9465770", false),
        ("HLBU*", "container", "HLBU1234567", true), ("HLBU*", "container", "MRKU9465770", false),
        ("*", "train", "X8157", true), ("X8?57", "train", "X8157", true), ("X8?57", "train", "X81157", false),
        ("*CN", "parcel", "LY845039167CN", true), ("L*9*CN", "parcel", "LY845039167CN", true),
        ("L*9*CNX", "parcel", "LY845039167CN", false), ("MRKU9465770", "container", "MRKU9465770", true),
    ])
    func aWatchRuleKnowsItsNumbers(rule: String, kind: String, code: String, expected: Bool) throws {
        #expect(try #require(Settings.WatchRule(rule)).matches(kind: kind, code: code) == expected)
    }

    @Test(.timeLimit(.minutes(1))) func noPatternIsSlow() throws {
        let rule = try #require(Settings.WatchRule(String(repeating: "*A", count: 200) + "B"))
        #expect(!rule.matches(kind: "parcel", code: String(repeating: "A", count: 20_000)))
    }
}
