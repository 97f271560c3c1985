import Terminal
import Tracking

/// A stretch of days that customs-facing staff report on: a year, a month or a day, by the calendar of China.
struct Period {
    let text: String
    private let first: CivilDate
    private let last: CivilDate

    /// - Parameter text: `2026`, `2026-10` or `2026-10-05`.
    /// - Throws: `CommandFailure` for anything else.
    init(_ text: String) throws {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        let lengths = text.split(separator: "-", omittingEmptySubsequences: false).map(\.count)
        guard (1...3).contains(parts.count), lengths[0] == 4, lengths.dropFirst().allSatisfy({ $0 == 2 }),
            let year = parts[0], let month = parts.count > 1 ? parts[1] : 1, let day = parts.count > 2 ? parts[2] : 1,
            let first = CivilDate(year: year, month: month, day: day), let last = Self.last(of: first, parts.count)
        else {
            throw CommandFailure(
                "cannot read the period", on: text, why: "it is no year, month or day", try: "--period 2026-10",
                kind: "bad-time", status: .usage)
        }
        (self.text, self.first, self.last) = (text, first, last)
    }

    /// Whether the time lies in it, in China; a day is the day that was told.
    func contains(_ time: EventTime) -> Bool {
        (first...last).contains(Self.day(of: time))
    }

    /// All of China keeps one zone.
    static func day(of time: EventTime) -> CivilDate {
        time.precision == .day ? time.localDate : EventTime(time.instant, offsetMinutes: 480).localDate
    }

    private static func last(of first: CivilDate, _ parts: Int) -> CivilDate? {
        let month = parts == 1 ? 12 : first.month
        let day = parts == 3 ? first.day : CivilDate.length(ofMonth: month, year: first.year)
        return CivilDate(year: first.year, month: month, day: day)
    }
}
