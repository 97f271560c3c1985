/// By when a source should have told something, again and again.
///
/// A deadline covers the time up to it, back to the end of the day of the deadline before it: a table that comes at 18:20
/// although 18:00 was agreed is that day's table still, and does not stand for the next day's.
public enum Deadline: Hashable, Sendable {
    /// Each day, by this minute of the day: 0 to 1439.
    case daily(minute: Int)
    /// Each week, by this minute of a day of it; Monday is 1 and Sunday 7.
    case weekly(weekday: Int, minute: Int)
    /// Never longer than this after the last time.
    case every(Duration)

    /// The deadline by which the source should tell something again.
    ///
    /// - Parameters:
    ///   - arrival: when it last did; nil for never.
    ///   - since: when it was first waited for; no deadline before that was ever missed.
    ///   - zone: IANA name of the zone whose clock and days are meant.
    /// - Returns: nil for a zone that is none.
    public func next(after arrival: Instant?, since: Instant, zone: String, zones: Zones = .shared) -> Instant? {
        guard let first = first(after: since, zone: zone, zones: zones) else { return nil }
        guard let arrival, let next = following(arrival, zone: zone, zones: zones) else { return first }
        return max(first, next)
    }

    /// The first deadline after an instant.
    private func first(after instant: Instant, zone: String, zones: Zones) -> Instant? {
        if case .every(let interval) = self { return instant.advanced(by: interval) }
        guard let today = Self.day(of: instant, in: zone, zones) else { return nil }
        let day = deadlineDay(from: today)
        guard let deadline = deadline(on: day, zone: zone, zones: zones) else { return nil }
        return deadline > instant ? deadline : self.deadline(on: day + period, zone: zone, zones: zones)
    }

    /// The deadline after the one that an arrival stands for.
    private func following(_ arrival: Instant, zone: String, zones: Zones) -> Instant? {
        if case .every(let interval) = self { return arrival.advanced(by: interval) }
        guard let day = Self.day(of: arrival, in: zone, zones) else { return nil }
        return deadline(on: deadlineDay(from: day) + period, zone: zone, zones: zones)
    }

    /// Days between two deadlines.
    private var period: Int {
        if case .weekly = self { 7 } else { 1 }
    }

    /// The first day with a deadline, from `day` on; both in days since 1970-01-01.
    private func deadlineDay(from day: Int) -> Int {
        guard case .weekly(let weekday, _) = self else { return day }
        // 1970-01-01 was a Thursday.
        let today = ((day + 3) % 7 + 7) % 7 + 1
        return day + (weekday - today + 7) % 7
    }

    private func deadline(on day: Int, zone: String, zones: Zones) -> Instant? {
        let minute: Int
        switch self {
        case .daily(let minuteOfDay), .weekly(_, let minuteOfDay): minute = minuteOfDay
        case .every: return nil
        }
        let wall = WallTime(
            date: CivilDate(daysSinceEpoch: day), millisecondOfDay: minute * 60_000, precision: .minute)
        return zones.resolve(wall, in: zone)?.instant
    }

    /// The local day of an instant, in days since 1970-01-01.
    private static func day(of instant: Instant, in zone: String, _ zones: Zones) -> Int? {
        zones.offsetMinutes(in: zone, at: instant)
            .map { WallTime(instant, offsetMinutes: $0).date.daysSinceEpoch }
    }
}
