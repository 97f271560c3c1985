/// A date and a clock as somebody's wall shows them, with the offset where one is written beside them.
struct WallTime: Hashable, Sendable {
    var date: CivilDate
    /// Milliseconds since the local midnight by the clock on the wall.
    var millisecondOfDay: Int
    var precision: TimePrecision
    /// Minutes east of UTC, where written.
    var offsetMinutes: Int?

    /// The instant that a clock of UTC showing the same would stand for.
    var asUTC: Instant {
        Instant(milliseconds: Int64(date.daysSinceEpoch) * 86_400_000 + Int64(millisecondOfDay))
    }

    init(date: CivilDate, millisecondOfDay: Int, precision: TimePrecision, offsetMinutes: Int? = nil) {
        self.date = date
        self.millisecondOfDay = millisecondOfDay
        self.precision = precision
        self.offsetMinutes = offsetMinutes
    }

    /// What a wall shows at an instant, `offsetMinutes` east of UTC.
    init(_ instant: Instant, offsetMinutes: Int, precision: TimePrecision = .second) {
        let local = instant.milliseconds + Int64(offsetMinutes) * 60_000
        let day = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        self.init(
            date: CivilDate(daysSinceEpoch: Int(day)), millisecondOfDay: Int(local - day * 86_400_000),
            precision: precision, offsetMinutes: offsetMinutes)
    }
}
