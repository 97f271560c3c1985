public import Foundation
public import Tracking

/// The hours of every day in which a carrier is not asked, by the clock of a place.
public struct QuietHours: Sendable, Equatable {
    /// What waited comes after the end within this time, each number in its own place.
    public static let spread: Duration = .minutes(30)

    private let from: Int
    private let until: Int
    private let zone: TimeZone

    /// - Parameters:
    ///   - from: the first quiet minute of the day, 0 to 1439; may be greater than `until`, over midnight.
    ///   - until: the first minute that is not quiet any more.
    /// - Returns: nil when both are the same, which could mean always or never, or are no minutes of a day.
    public init?(from: Int, until: Int, zone: TimeZone) {
        guard from != until, (0..<1440).contains(from), (0..<1440).contains(until) else { return nil }
        self.from = from
        self.until = until
        self.zone = zone
    }

    /// When the quiet hours end that `now` lies in; nil outside.
    ///
    /// Where the clock is put forward over the end, they end with the jump; where it is put back over it, they come again.
    public func end(at now: Instant) -> Instant? {
        guard isQuiet(at: now) else { return nil }
        let minute: Int64 = 60_000
        let begun = now.milliseconds / minute * minute
        let minutes = sequence(first: Instant(milliseconds: begun + minute)) { $0.advanced(by: .minutes(1)) }
        // Two days end any quiet hours, even over a day that a zone has skipped.
        return minutes.prefix(2 * 1440).first { !isQuiet(at: $0) } ?? now.advanced(by: .days(2))
    }

    private func isQuiet(at instant: Instant) -> Bool {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        let seconds = instant.milliseconds / 1000 + Int64(zone.secondsFromGMT(for: date))
        let minute = Int((seconds % 86_400 + 86_400) % 86_400 / 60)
        return from < until ? (from..<until).contains(minute) : minute >= from || minute < until
    }
}
