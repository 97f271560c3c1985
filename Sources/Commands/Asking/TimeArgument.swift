import Settings
import Terminal
import Tracking

/// A moment that a person wrote on the command line.
enum TimeArgument {
    /// - Parameter zone: IANA name, for a time without an offset.
    /// - Throws: `CommandFailure` with what would be right.
    static func read(_ text: String, option: String, zone: String) throws -> Instant {
        // A day means all of it: "as of the 20th" knows what the 20th brought.
        try time(text, option, zone).latest
    }

    /// The same for "since": a day means from its beginning.
    static func begin(_ text: String, option: String, zone: String) throws -> Instant {
        try time(text, option, zone).instant
    }

    private static func time(_ text: String, _ option: String, _ zone: String) throws -> EventTime {
        do {
            return try TimeReader().read(text, zone: nil, place: nil, assumed: zone, reference: nil)
        } catch {
            throw failure(text, option, error)
        }
    }

    /// A time as it was written: a day stays a day. Without an offset it is in the report zone.
    ///
    /// - Throws: `CommandFailure` with what would be right.
    static func time(_ text: String, option: String, workplace: Workplace) throws -> EventTime {
        do {
            return try TimeReader().readArgument(text, zone: workplace.settings.reportZone, now: workplace.now)
        } catch {
            throw failure(text, option, error)
        }
    }

    private static func failure(_ text: String, _ option: String, _ problem: TimeProblem) -> CommandFailure {
        CommandFailure(
            "cannot read the time of \(option)", on: text, why: problem.reason,
            try: "\(option) 2026-11-20T12:00:00+08:00", kind: "bad-time", status: .usage)
    }
}
