import Testing

@testable import Tracking

@Suite struct TimeWritingTests {
    private let instant = Instant(milliseconds: 1_795_157_767_000)  // 2026-11-20T06:56:07Z
    private let alashankou = Places.corridor.place(code: "ALK")
    private let hamburg = Places.corridor.place(code: "HAM")

    @Test func peopleSeeTheClockOfThePlace() {
        let moscow = EventTime(instant, offsetMinutes: 180)
        #expect(moscow.shown(in: alashankou) == "2026-11-20 14:56 +08:00")
        #expect(moscow.shown(in: hamburg) == "2026-11-20 07:56 +01:00")
        #expect(moscow.shown(in: nil) == "2026-11-20 09:56 +03:00")
        #expect(moscow.shown(in: hamburg, utc: true) == "2026-11-20 06:56Z")
    }

    @Test func anAssumedZoneIsMarked() {
        let time = EventTime(instant, offsetMinutes: 480, basis: .assumed, precision: .minute)
        #expect(time.shown(in: nil) == "~2026-11-20 14:56 +08:00")
        #expect(time.shown(in: nil, utc: true) == "~2026-11-20 06:56Z")
    }

    @Test func aDayIsADayWhereverItIsShown() {
        let day = EventTime(
            Instant(milliseconds: 1_795_104_000_000 + 28_800_000), offsetMinutes: 480, basis: .assumed,
            precision: .day)
        for place in [nil, alashankou, hamburg] {
            #expect(day.shown(in: place) == day.iso8601 && day.shown(in: place, utc: true) == day.iso8601)
        }
        #expect(day.iso8601.count == 10)
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00Z"),
        (1_795_157_767_005, "2026-11-20T06:56:07.005Z"), (4_107_542_399_000, "2100-02-28T23:59:59Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00Z"),
    ])
    func instantsAreWrittenInUTC(_ milliseconds: Int64, _ text: String) {
        #expect(Instant(milliseconds: milliseconds).iso8601UTC == text)
    }

    @Test func offsetsAreWrittenWithTheirSign() {
        #expect(EventTime(instant, offsetMinutes: -210).iso8601 == "2026-11-20T03:26:07-03:30")
        #expect(EventTime(instant, offsetMinutes: 480, precision: .minute).iso8601 == "2026-11-20T14:56:07+08:00")
        #expect(EventTime(instant, offsetMinutes: 0).iso8601 == "2026-11-20T06:56:07Z")
    }

    @Test func everyDayHasItsNumber() throws {
        var expected = 7305  // 1990-01-01
        for year in CivilDate.years {
            for month in 1...12 {
                for day in 1...CivilDate.length(ofMonth: month, year: year) {
                    let date = try #require(CivilDate(year: year, month: month, day: day))
                    guard date.daysSinceEpoch == expected, CivilDate(daysSinceEpoch: expected) == date else {
                        Issue.record("\(date) is day \(date.daysSinceEpoch), not \(expected)")
                        return
                    }
                    expected += 1
                }
                #expect(
                    CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year) + 1) == nil)
            }
        }
        #expect(expected == 7305 + 111 * 365 + 27)
    }
}
