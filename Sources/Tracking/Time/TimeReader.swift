/// Reads times as messages, tables and people write them.
public struct TimeReader: Sendable {
    /// What to give as `zone` for a number that counts milliseconds since 1970.
    public static let epochMilliseconds = "epoch-ms"

    private let zones: Zones

    public init(zones: Zones = .shared) {
        self.zones = zones
    }

    /// The time that a text stands for.
    ///
    /// An offset in the text wins, then `zone`, then the zone of `place`, then `assumed`; the basis says which it was.
    /// A wall time that occurs twice is the first of the two, one that is skipped is shifted forward. Fractions finer
    /// than a millisecond are cut off.
    ///
    /// - Parameters:
    ///   - zone: an IANA name, an offset such as `+08:00`, `+8` or `Z`, or `epoch-ms`; nil or empty where none came.
    ///   - place: where it happened.
    ///   - assumed: IANA name or offset to fall back on.
    ///   - reference: a date without a year is of the year that brings it nearest to this instant.
    /// - Throws: `bad-time`, `bad-zone`, or `no-zone` when nothing tells a zone.
    public func read(_ text: String, zone: String?, place: Place?, assumed: String?, reference: Instant?)
        throws(TimeProblem) -> EventTime
    {
        if zone == Self.epochMilliseconds { return try Self.epoch(text) }
        let wall = try Self.wall(text, reference: reference)
        if let offset = wall.offsetMinutes {
            return Self.time(wall, offset, .reported)
        }
        if let zone, !zone.isEmpty { return try localTime(wall, zone, .reported) }
        if let place { return try localTime(wall, place.zone, .place) }
        if let assumed, !assumed.isEmpty { return try localTime(wall, assumed, .assumed) }
        throw TimeProblem(
            kind: "no-zone",
            reason: "the time has no offset and neither its place nor a setting tells its "
                + "zone; write an offset such as +08:00, or set the zone of the source")
    }

    /// The time that a person gave on the command line: `now`, or anything `read` takes; without an offset in `zone`.
    ///
    /// For "as known then" take the result's `latest`, so that a day means until its end.
    public func readArgument(_ text: String, zone: String, now: Instant) throws(TimeProblem) -> EventTime {
        if text == "now" {
            guard let time = EventTime(now, in: zone, zones: zones) else { throw Self.badZone(zone) }
            return time
        }
        var time = try read(text, zone: zone, place: nil, assumed: nil, reference: now)
        time.basis = .reported
        return time
    }

    private func localTime(_ wall: WallTime, _ zone: String, _ basis: ZoneBasis) throws(TimeProblem) -> EventTime {
        if let offset = ZoneOffset.minutes(zone) { return Self.time(wall, offset, basis) }
        guard let resolved = zones.resolve(wall, in: zone) else { throw Self.badZone(zone) }
        return EventTime(
            resolved.instant, offsetMinutes: resolved.offsetMinutes, basis: basis,
            precision: wall.precision)
    }

    private static func time(_ wall: WallTime, _ offset: Int, _ basis: ZoneBasis) -> EventTime {
        EventTime(
            wall.asUTC.advanced(by: .minutes(-offset)), offsetMinutes: offset, basis: basis,
            precision: wall.precision)
    }

    private static func badZone(_ zone: String) -> TimeProblem {
        TimeProblem(
            kind: "bad-zone",
            reason: "no time zone \(zone.prefix(64)); right are names such as Asia/Almaty and "
                + "offsets up to 14 hours such as +05:00")
    }

    private static func epoch(_ text: String) throws(TimeProblem) -> EventTime {
        guard let milliseconds = Int64(text), text.utf8.first != UInt8(ascii: "+") else {
            throw .badTime("not a count of milliseconds since 1970")
        }
        let bound = Int64(100) * 366 * 86_400_000 * 2
        guard abs(milliseconds) < bound,
            CivilDate.years.contains(WallTime(Instant(milliseconds: milliseconds), offsetMinutes: 0).date.year)
        else {
            throw .badTime(
                "as milliseconds since 1970 this is not between \(CivilDate.years.lowerBound) and "
                    + "\(CivilDate.years.upperBound); is it a count of seconds?")
        }
        return EventTime(Instant(milliseconds: milliseconds), offsetMinutes: 0)
    }

    private static func wall(_ text: String, reference: Instant?) throws(TimeProblem) -> WallTime {
        let scanned = text.utf8.withContiguousStorageIfAvailable { bytes -> Result<WallTime, TimeProblem>? in
            isPlain(bytes) ? TimeScanner.scan(bytes, reference: reference) : nil
        }
        if let scanned = scanned ?? nil { return try scanned.get() }
        let plain = TimeSpelling.plain(text)
        return try plain.withUnsafeBufferPointer { TimeScanner.scan($0, reference: reference) }.get()
    }

    /// Whether a text is ASCII without anything around it to remove, as nearly all are.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return digits.contains(first) && last > UInt8(ascii: " ") && bytes.allSatisfy { $0 < 0x80 }
    }
}
