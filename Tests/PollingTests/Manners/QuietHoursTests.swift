import Foundation
import TestSupport
import Testing
import Tracking

@testable import Polling

struct QuietHoursTests {
    private static func hours(_ from: String, _ until: String, _ zone: String) throws -> QuietHours {
        let minutes = [from, until].map { text in
            text.split(separator: ":").compactMap { Int($0) }.reduce(0) { $0 * 60 + $1 }
        }
        let place = try #require(TimeZone(identifier: zone))
        return try #require(QuietHours(from: minutes[0], until: minutes[1], zone: place))
    }

    private static func instant(_ text: String) throws -> Instant {
        let date = try Date(text, strategy: .iso8601)
        return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
    }

    @Test(
        arguments: [
            // Over midnight, by the clock of the place.
            ("22:00", "06:00", "Europe/Berlin", "2026-11-20T20:59:59Z", nil),
            ("22:00", "06:00", "Europe/Berlin", "2026-11-20T21:00:00Z", "2026-11-21T05:00:00Z"),
            ("22:00", "06:00", "Europe/Berlin", "2026-11-21T04:59:59Z", "2026-11-21T05:00:00Z"),
            ("22:00", "06:00", "Europe/Berlin", "2026-11-21T05:00:00Z", nil),
            ("22:00", "06:00", "Asia/Shanghai", "2026-11-20T14:00:00Z", "2026-11-20T22:00:00Z"),
            // Within a day.
            ("12:30", "13:00", "Asia/Almaty", "2026-11-20T07:30:00Z", "2026-11-20T08:00:00Z"),
            ("12:30", "13:00", "Asia/Almaty", "2026-11-20T08:00:00Z", nil),
            // The night that the clock is put forward is an hour shorter, and the other an hour longer.
            ("22:00", "06:00", "Europe/Berlin", "2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z"),
            ("22:00", "06:00", "Europe/Berlin", "2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"),
            // Put forward over the end: they end with the jump. Over the beginning: they begin with it.
            ("01:00", "02:30", "Europe/Berlin", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z"),
            ("02:30", "04:00", "Europe/Berlin", "2026-03-29T00:59:00Z", nil),
            ("02:30", "04:00", "Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"),
            // Put back over the end: half past two comes twice.
            ("01:00", "02:30", "Europe/Berlin", "2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z"),
            ("01:00", "02:30", "Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z"),
        ] as [(String, String, String, String, String?)])
    func theyEndByTheClockOfThePlace(from: String, until: String, zone: String, now: String, end: String?) throws {
        let hours = try Self.hours(from, until, zone)
        #expect(try hours.end(at: Self.instant(now)) == end.map(Self.instant))
    }

    @Test(arguments: [(360, 360), (-1, 5), (5, 1440), (1440, 0)])
    func whatCouldMeanAlwaysOrNeverAreNone(from: Int, until: Int) {
        #expect(QuietHours(from: from, until: until, zone: .gmt) == nil)
    }

    @Test(arguments: ["Europe/Berlin", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
    func theEndIsTheFirstMinuteThatIsNotQuiet(zone: String) throws {
        let place = try #require(TimeZone(identifier: zone))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = place
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<60 {
            let (from, until) = (
                Int.random(in: 0..<1440, using: &generator), Int.random(in: 0..<1440, using: &generator)
            )
            guard let hours = QuietHours(from: from, until: until, zone: place) else { continue }
            func isQuiet(_ instant: Instant) -> Bool {
                let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
                let clock = calendar.dateComponents([.hour, .minute], from: date)
                let minute = (clock.hour ?? 0) * 60 + (clock.minute ?? 0)
                return from < until ? minute >= from && minute < until : minute >= from || minute < until
            }
            let now = Instant(seconds: Int64.random(in: 1_767_225_600...1_798_761_600, using: &generator))
            let end = hours.end(at: now)
            #expect((end != nil) == isQuiet(now))
            guard let end else { continue }
            #expect(end > now && !isQuiet(end) && isQuiet(end.advanced(by: .milliseconds(-1))))
        }
    }
}
