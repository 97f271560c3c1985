extension Instant {
    /// ISO 8601 in UTC: `2026-11-20T06:56:00Z`, with milliseconds only where there are any.
    public var iso8601UTC: String {
        let wall = WallTime(self, offsetMinutes: 0)
        return TimeWriter.text(capacity: 24) { writer in
            writer.date(wall.date)
            writer.byte("T")
            writer.clock(millisecondOfDay: wall.millisecondOfDay)
            writer.byte("Z")
        }
    }
}
