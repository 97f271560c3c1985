import Testing

@testable import Tracking

@Suite struct TimeReaderTests {
    private let reader = TimeReader()
    private let almaty = Places.corridor.place(code: "ALM")
    private let reference = Instant(seconds: 1_795_132_800)  // 2026-11-20T00:00:00Z

    private func read(_ text: String, zone: String? = nil, place: Place? = nil, assumed: String? = nil)
        throws -> EventTime
    {
        try reader.read(text, zone: zone, place: place, assumed: assumed, reference: reference)
    }

    @Test(arguments: [
        ("2026-11-20T14:56:07Z", "2026-11-20T14:56:07Z"), ("2026-11-20T14:56:07z", "2026-11-20T14:56:07Z"),
        ("2026-11-20T14:56:07+08:00", "2026-11-20T06:56:07Z"), ("2026-11-20t14:56:07+0800", "2026-11-20T06:56:07Z"),
        ("2026-11-20 14:56:07 +08", "2026-11-20T06:56:07Z"), ("2026-11-20T14:56:07+1:00", "2026-11-20T13:56:07Z"),
        ("2019-11-12T07:41:00+08:30", "2019-11-11T23:11:00Z"), ("2026-11-20T14:56:07-03:30", "2026-11-20T18:26:07Z"),
        ("2026-11-20T14:56:07.1+14:00", "2026-11-20T00:56:07.100Z"),
        ("2026-11-20T14:56:07,12Z", "2026-11-20T14:56:07.120Z"),
        ("2026-11-20T14:56:07.123987654Z", "2026-11-20T14:56:07.123Z"),
        ("2026-11-20T14:56:07.999999Z", "2026-11-20T14:56:07.999Z"),
        ("20261120T145607Z", "2026-11-20T14:56:07Z"), ("20261120T1456+0800", "2026-11-20T06:56:00Z"),
        ("20261120145607123Z", "2026-11-20T14:56:07.123Z"), ("202611201456+0100", "2026-11-20T13:56:00Z"),
        ("2026-11-20T14:56 UTC", "2026-11-20T14:56:00Z"), ("2026-11-20T14:56−03:00", "2026-11-20T17:56:00Z"),
        ("2026/11/20 14:56 GMT+8", "2026-11-20T06:56:00Z"),
    ])
    func anOffsetInTheTextWins(_ text: String, _ utc: String) throws {
        let time = try read(text, zone: "Asia/Almaty", place: almaty, assumed: "Europe/Berlin")
        #expect(time.instant.iso8601UTC == utc)
        #expect(time.basis == .reported)
    }

    @Test(arguments: [
        ("2026-11-20T14:56:07", "2026-11-20T14:56:07Z", TimePrecision.second),
        ("2026-11-20T14:56", "2026-11-20T14:56:00Z", .minute), ("2026-11-20 9:05", "2026-11-20T09:05:00Z", .minute),
        ("2026-11-20", "2026-11-20", .day), ("20261120", "2026-11-20", .day),
        ("202611201456", "2026-11-20T14:56:00Z", .minute), ("20261120145607", "2026-11-20T14:56:07Z", .second),
        ("20261120145607123", "2026-11-20T14:56:07.123Z", .second), ("2026/1/2", "2026-01-02", .day),
        ("2026/11/20 9:05:01", "2026-11-20T09:05:01Z", .second), ("2026.1.2", "2026-01-02", .day),
        ("2.1.2026", "2026-01-02", .day), ("20.11.2026 14:56", "2026-11-20T14:56:00Z", .minute),
        ("2026年11月20日", "2026-11-20", .day), ("2026年1月2日 14:56", "2026-01-02T14:56:00Z", .minute),
        ("2026年11月20日14时56分", "2026-11-20T14:56:00Z", .minute), ("2026年11月20日 14时", "2026-11-20T14:00:00Z", .minute),
        ("2026年11月20日14时56分07秒", "2026-11-20T14:56:07Z", .second), ("11月24日", "2026-11-24", .day),
        ("11.20", "2026-11-20", .day), ("11/24", "2026-11-24", .day), ("11/24 14:30", "2026-11-24T14:30:00Z", .minute),
        ("１１．２０", "2026-11-20", .day), ("２０２６／１１／２０　１４：５６", "2026-11-20T14:56:00Z", .minute),
        (" 2026-11-20\u{A0}", "2026-11-20", .day), ("'2026-11-20", "2026-11-20", .day),
        ("2026-11-20  14:56", "2026-11-20T14:56:00Z", .minute), ("2024-02-29", "2024-02-29", .day),
        ("1990-01-01", "1990-01-01", .day), ("2100-12-31T23:59:59", "2100-12-31T23:59:59Z", .second),
    ])
    func everyFormOfTheTradeIsRead(_ text: String, _ iso: String, _ precision: TimePrecision) throws {
        let time = try read(text, zone: "Z")
        #expect(time.iso8601 == iso)
        #expect(time.precision == precision)
    }

    @Test(arguments: [
        "", "   ", "2021-13-45", "2026-02-30", "2025-02-29", "2100-02-29", "2026-00-10", "2026-11-00", "2026-11-31",
        "1989-12-31", "2101-01-01", "0000-00-00", "2026-11-20T24:00", "2026-11-20T23:60", "2026-11-20T23:59:60",
        "2026-11-20T14", "2026-11-20T14:5", "2026-11-20T14:56:7", "2026-11-20T14:56:", "2026-11-20T",
        "2026-11-20T14:56:07.",
        "2026-11-20T14:56:07+14:01", "2026-11-20T14:56:07-15:00", "2026-11-20T14:56:07+08:60", "2026-11-20T14:56:07+",
        "2026-11-20T14:56:07 CET", "2026-11-20T14:56:07ZZ", "2026-11-20x", "2026-11/20", "2026-11", "2026", "20261",
        "202611", "20261320", "20261120146", "2026112014560", "20261120245607", "1795132800", "1795132800000", "46346",
        "13.20", "2.30", "11.20.26", "11-20", "yesterday", "11.", ".11", "99999999999999999999999999999",
        "2026-11-20\0",
        "2026-11-20T14:56:07+٠٨:٠٠", "２０２１－１３－４５", "2026-11-20 14:56 PM", "-2026-11-20", "+2026-11-20",
    ])
    func whatIsNoTimeIsABadTime(_ text: String) {
        let problem = #expect(throws: TimeProblem.self) { try read(text, zone: "Z") }
        #expect(problem?.kind == "bad-time")
        #expect(problem?.reason.isEmpty == false)
    }

    @Test func theReasonSaysWhatIsWrong() {
        #expect(throws: TimeProblem(kind: "bad-time", reason: "there is no month 13")) { try read("2021-13-45") }
        #expect(throws: TimeProblem(kind: "bad-time", reason: "month 2 of 2025 has no day 29")) {
            try read("2025-02-29")
        }
    }

    @Test func theZoneIsToldThenOfThePlaceThenAssumedThenMissing() throws {
        let text = "2026-11-20 14:56"
        let told = try read(text, zone: "Asia/Shanghai", place: almaty, assumed: "Europe/Berlin")
        #expect(told.iso8601 == "2026-11-20T14:56:00+08:00" && told.basis == .reported)
        let ofPlace = try read(text, zone: "", place: almaty, assumed: "Europe/Berlin")
        #expect(ofPlace.iso8601 == "2026-11-20T14:56:00+05:00" && ofPlace.basis == .place)
        let assumed = try read(text, assumed: "Europe/Berlin")
        #expect(assumed.iso8601 == "2026-11-20T14:56:00+01:00" && assumed.basis == .assumed)
        let problem = #expect(throws: TimeProblem.self) { try read(text) }
        #expect(problem?.kind == "no-zone")
    }

    @Test(arguments: ["+08:00", "+8", "+08", "+0800", "GMT+8", "UTC+08:00", "Asia/Shanghai"])
    func aZoneMayBeAnOffsetOrAName(_ zone: String) throws {
        #expect(try read("2026-11-20 14:56", zone: zone).iso8601 == "2026-11-20T14:56:00+08:00")
    }

    @Test(arguments: [
        "Mars/Olympus", "Asia/Astana", "EST", "+15", "8", "+08:0", "Europe/Minsk+DST", "../../etc/passwd",
    ])
    func anUnknownZoneIsABadZone(_ zone: String) {
        let problem = #expect(throws: TimeProblem.self) { try read("2026-11-20 14:56", zone: zone) }
        #expect(problem?.kind == "bad-zone")
    }

    @Test func millisecondsAreReadOnlyWhereTheyAreAnnounced() throws {
        let time = try read("1795157767123", zone: TimeReader.epochMilliseconds)
        #expect(time.instant == Instant(milliseconds: 1_795_157_767_123) && time.basis == .reported)
        for text in ["1795157767", "2026-11-20", "", "+1795157767123", "9223372036854775807", "-1"] {
            let problem = #expect(throws: TimeProblem.self) { try read(text, zone: TimeReader.epochMilliseconds) }
            #expect(problem?.kind == "bad-time", "\(text)")
        }
    }

    @Test(arguments: [
        ("2026-01-03T00:00:00Z", "12.30", "2025-12-30"), ("2026-12-30T00:00:00Z", "1/3", "2027-01-03"),
        ("2026-11-20T00:00:00Z", "11.21", "2026-11-21"), ("2026-11-20T00:00:00Z", "5.1", "2027-05-01"),
        ("2025-06-01T00:00:00Z", "2.29", "2024-02-29"),
    ])
    func aDateWithoutYearIsTheNearest(_ reference: String, _ text: String, _ expected: String) throws {
        let reference = try read(reference).instant
        #expect(try reader.read(text, zone: "Z", place: nil, assumed: nil, reference: reference).iso8601 == expected)
    }

    @Test func aDateWithoutYearNeedsAReference() {
        let problem = #expect(throws: TimeProblem.self) {
            try reader.read("11.20", zone: "Z", place: nil, assumed: nil, reference: nil)
        }
        #expect(problem?.kind == "bad-time")
    }

    @Test func aDayBeginsWithTheLocalDayAndLastsIt() throws {
        let day = try read("2026-11-20", zone: "Asia/Shanghai")
        #expect(day.instant.iso8601UTC == "2026-11-19T16:00:00Z")
        #expect(day.latest.iso8601UTC == "2026-11-20T15:59:59.999Z")
        let withOffset = try read("2026-11-20+08:00")
        #expect(withOffset.instant == day.instant && withOffset.precision == .day)
    }

    @Test func argumentsTakeNowAndEverythingElse() throws {
        #expect(
            try reader.readArgument("now", zone: "Asia/Shanghai", now: reference).iso8601 == "2026-11-20T08:00:00+08:00"
        )
        #expect(
            try reader.readArgument("11.20", zone: "Asia/Shanghai", now: reference).latest.iso8601UTC
                == "2026-11-20T15:59:59.999Z")
        #expect(try reader.readArgument("2026-11-20T10:00Z", zone: "+8", now: reference).offsetMinutes == 0)
        #expect(throws: TimeProblem.self) { try reader.readArgument("now", zone: "nowhere", now: reference) }
    }

    /// What we write we read, to the millisecond and the minute of offset.
    @Test func whatIsWrittenIsReadBack() throws {
        var generator = SeededGenerator(seed: 8601)
        for _ in 0..<20_000 {
            let instant = Instant(
                milliseconds: Int64.random(in: 631_238_400_000...4_133_894_400_000, using: &generator))
            let time = EventTime(instant, offsetMinutes: Int.random(in: -840...840, using: &generator))
            #expect(try read(time.iso8601) == time)
            #expect(try read(instant.iso8601UTC).instant == instant)
            let day = try read(EventTime(instant, offsetMinutes: 330, precision: .day).iso8601, zone: "+05:30")
            #expect(day.instant <= instant && instant <= day.latest)
        }
    }

    @Test func whateverIsReadIsWrittenAsARightTime() throws {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("0123456789-:T +Z./年月日")
        for _ in 0..<50_000 {
            let text = String(
                (0..<Int.random(in: 1...22, using: &generator)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                })
            guard let time = try? read(text, zone: "Z") else { continue }
            let again = try read(time.iso8601, zone: "Z")
            #expect(again.iso8601 == time.iso8601, "\(text)")
        }
    }
}
