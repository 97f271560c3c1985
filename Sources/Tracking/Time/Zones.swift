internal import Foundation

/// Time zones by IANA name, each looked up once.
///
/// The rules are Foundation's, that is those of the ICU library compiled into it, or of the system where that is newer.
/// `@unchecked Sendable` because the one mutable member is a memo that only `lock` guards and that never leaves.
public final class Zones: @unchecked Sendable {
    /// For all who have no reason to keep their own: a memo changes no answer.
    public static let shared = Zones()

    private let lock = NSLock()
    private var known: [String: TimeZone?] = [:]

    /// Keeps ICU linked; never used otherwise.
    ///
    /// In a statically linked program `TimeZone(identifier:)` is nil for every zone but UTC unless Foundation's ICU half
    /// is linked, and the linker leaves it out when nothing names it. This value names it.
    private let keepsICULinked: Any.Type = Date.FormatStyle.self

    public init() {}

    /// The names that do not resolve.
    ///
    /// Programs refuse to start when one of the corridor's is among them.
    public static func check(_ names: [String]) -> [String] {
        names.filter { !shared.contains($0) }
    }

    public func contains(_ name: String) -> Bool {
        zone(name) != nil
    }

    /// Minutes east of UTC of a zone's clocks at an instant; nil for a name that is no zone.
    public func offsetMinutes(in name: String, at instant: Instant) -> Int? {
        zone(name).map { Self.offset($0, at: instant) }
    }

    /// The instant and offset that a clock on a wall of the zone stands for; nil for a name that is no zone.
    ///
    /// A time that the clocks show twice is the first of the two; one they skip is taken as if they had gone on as
    /// before, so that it lies as much after the change as it was written after it.
    func resolve(_ wall: WallTime, in name: String) -> (instant: Instant, offsetMinutes: Int)? {
        guard let zone = zone(name) else { return nil }
        let local = wall.asUTC
        let before = Self.offset(zone, at: local.advanced(by: .days(-1)))
        let after = Self.offset(zone, at: local.advanced(by: .days(1)))
        let first = local.advanced(by: .minutes(-before))
        // No clock changes twice within two days, so one equal on both sides has not changed between them.
        guard before != after else { return (first, before) }
        if Self.offset(zone, at: first) == before { return (first, before) }
        let second = local.advanced(by: .minutes(-after))
        if Self.offset(zone, at: second) == after { return (second, after) }
        return (first, Self.offset(zone, at: first))
    }

    private func zone(_ name: String) -> TimeZone? {
        lock.lock()
        defer { lock.unlock() }
        if let zone = known[name] { return zone }
        // Only region names: Foundation also takes abbreviations such as EST, which mean different zones to different people.
        let isName = name == "UTC" || (name.contains("/") && name.utf8.count <= 64)
        let zone = isName ? TimeZone(identifier: name) : nil
        // Texts of messages reach this; a stream of wrong ones must not fill the memory.
        if zone != nil || known.count < 1024 { known[name] = .some(zone) }
        return zone
    }

    private static func offset(_ zone: TimeZone, at instant: Instant) -> Int {
        let seconds = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
        return seconds / 60
    }
}
