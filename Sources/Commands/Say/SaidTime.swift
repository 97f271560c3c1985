import Settings
import Terminal
import Tracking

/// A time that a person gives, and the words in which it is kept: with its offset only where the person wrote one, so
/// that what was told and what was concluded from the place stay apart.
struct SaidTime {
    let time: EventTime
    let said: String
    private let now: Instant

    /// - Throws: `CommandFailure` with what would be right.
    init(_ text: String, place: Place?, workplace: Workplace) throws {
        now = workplace.now
        let zone = workplace.settings.reportZone
        do {
            if text == "now" {
                let second = Instant(milliseconds: workplace.now.milliseconds / 1000 * 1000)
                time = EventTime(second, in: place?.zone ?? zone) ?? EventTime(second, offsetMinutes: 0)
            } else {
                time = try TimeReader().read(text, zone: nil, place: place, assumed: zone, reference: workplace.now)
            }
        } catch {
            throw CommandFailure(
                "cannot read the time of --at", on: text, why: error.reason,
                try: "--at 2026-11-24T10:15, --at 2026-11-24T10:15+05:00 or --at 11/24", kind: "bad-time",
                status: .usage)
        }
        said = time.basis == .reported ? time.iso8601 : Self.wall(time)
    }

    /// What has not happened yet cannot have happened.
    ///
    /// - Throws: `CommandFailure` for a time to come.
    func check(isActual: Bool) throws {
        guard isActual, time.instant > now else { return }
        throw CommandFailure(
            "cannot record as happened", on: time.iso8601, why: "it is in the future",
            try: "check the time, or say --planned or --estimated", kind: "future-time", status: .usage)
    }

    private static func wall(_ time: EventTime) -> String {
        guard time.precision != .day else { return time.iso8601 }
        let text = time.iso8601
        return String(text.hasSuffix("Z") ? text.dropLast() : text.dropLast(6))
    }
}
