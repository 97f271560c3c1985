/// How exactly a time is known; a day is an interval and is never printed with a clock.
public enum TimePrecision: String, Sendable, Hashable, CaseIterable {
    case day
    case minute
    case second
}
