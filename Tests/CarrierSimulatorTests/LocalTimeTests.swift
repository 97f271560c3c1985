import Foundation
import Testing
import Tracking

@testable import CarrierSimulator

@Suite struct LocalTimeTests {
    @Test(arguments: [
        (Int64(0), 0, "1970-01-01T00:00:00Z"), (1_795_157_760, 480, "2026-11-20T14:56:00+08:00"),
        (1_709_164_800, -150, "2024-02-28T21:30:00-02:30"), (1_709_251_199, 0, "2024-02-29T23:59:59Z"),
        (-1, 60, "1970-01-01T00:59:59+01:00"), (951_782_400, 0, "2000-02-29T00:00:00Z"),
    ])
    func showsWhatALocalClockShows(seconds: Int64, offset: Int, text: String) {
        #expect(LocalTime(Instant(seconds: seconds), offsetMinutes: offset).timestamp == text)
    }

    @Test func countsTheDaysOfAYear() {
        #expect(LocalTime(Instant(seconds: 1_795_157_760), offsetMinutes: 480).dayOfYear == 324)
        #expect(LocalTime(Instant(seconds: 1_735_600_000), offsetMinutes: 0).dayOfYear == 365)
    }

    @Test func readsBackEveryTimeItWrites() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<500 {
            let instant = Instant(seconds: Int64(generator.integer(in: 0...4_000_000_000)))
            let local = LocalTime(instant, offsetMinutes: generator.integer(in: -56...56) * 15)
            #expect(try Instant(timestamp: local.timestamp) == instant)
        }
    }

    @Test(arguments: ["", "2026-11-20", "yesterday", "2026-13-01T00:00:00Z"])
    func refusesWhatIsNoTime(text: String) {
        #expect(throws: (any Error).self) { try Instant(timestamp: text) }
    }

    @Test(arguments: [
        (Station.urumqi, "2026-07-01T12:00:00Z", "2026-07-01T20:00:00+08:00"),
        (.dostyk, "2026-07-01T12:00:00Z", "2026-07-01T17:00:00+05:00"),
        (.brest, "2026-07-01T12:00:00Z", "2026-07-01T15:00:00+03:00"),
        (.malaszewicze, "2026-07-01T12:00:00Z", "2026-07-01T14:00:00+02:00"),
        (.duisburg, "2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00"),
        (.duisburg, "2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00"),
    ])
    func knowsTheOffsetOfEachPlaceAndSeason(station: Station, utc: String, local: String) throws {
        #expect(try ZoneTable().local(Instant(timestamp: utc), at: station).timestamp == local)
    }

    @Test func namesTheZonesThatDoNotResolve() {
        let problem = #expect(throws: ZoneProblem.self) {
            try ZoneTable(stations: Station.allCases) { $0.hasPrefix("Asia/") ? nil : TimeZone(identifier: $0) }
        }
        #expect(problem?.missing == ["Asia/Almaty", "Asia/Shanghai"])
    }
}
