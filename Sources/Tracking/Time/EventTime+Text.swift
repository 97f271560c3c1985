extension EventTime {
    /// An instant as the clocks of a zone show it; nil when `zone` is neither an IANA name nor an offset.
    public init?(
        _ instant: Instant, in zone: String, basis: ZoneBasis = .reported, precision: TimePrecision = .second,
        zones: Zones = .shared
    ) {
        guard let offset = ZoneOffset.minutes(zone) ?? zones.offsetMinutes(in: zone, at: instant) else { return nil }
        self.init(instant, offsetMinutes: offset, basis: basis, precision: precision)
    }

    /// The local date that the time was written with.
    public var localDate: CivilDate {
        WallTime(instant, offsetMinutes: offsetMinutes).date
    }

    /// ISO 8601 in the offset it was written in, `2026-11-20T14:56:00+08:00`; a day is `2026-11-20`.
    public var iso8601: String {
        let wall = WallTime(instant, offsetMinutes: offsetMinutes)
        return TimeWriter.text(capacity: 29) { writer in
            writer.date(wall.date)
            guard precision != .day else { return }
            writer.byte("T")
            writer.clock(millisecondOfDay: wall.millisecondOfDay)
            if offsetMinutes == 0 { writer.byte("Z") } else { writer.offset(minutes: offsetMinutes) }
        }
    }

    /// For people: the clock of the place, to the minute, with its offset: `2026-11-20 14:56 +08:00`.
    ///
    /// Without a place it is the offset the time was written in. A time whose zone is assumed is marked `~`; a day is
    /// the day that was told, whatever the place, and has neither clock nor mark.
    ///
    /// - Parameter utc: UTC instead of the clock of the place.
    public func shown(in place: Place?, utc: Bool = false, zones: Zones = .shared) -> String {
        guard precision != .day else { return localDate.description }
        let local = place.flatMap { zones.offsetMinutes(in: $0.zone, at: instant) } ?? offsetMinutes
        let wall = WallTime(instant, offsetMinutes: utc ? 0 : local)
        return TimeWriter.text(capacity: 24) { writer in
            if basis == .assumed { writer.byte("~") }
            writer.date(wall.date)
            writer.byte(" ")
            writer.clock(millisecondOfDay: wall.millisecondOfDay, seconds: false)
            if utc {
                writer.byte("Z")
            } else {
                writer.byte(" ")
                writer.offset(minutes: local)
            }
        }
    }
}
