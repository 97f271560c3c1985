extension Settings {
    /// When a folder should have received a file; attention is called when it has not.
    public enum Expectation: Hashable, Sendable {
        /// `daily 18:00`
        case daily(TimeOfDay)
        /// `weekly mon 09:00`
        case weekly(Weekday, TimeOfDay)
        /// `every 6h`
        case every(Interval)
    }
}

extension Settings.Expectation: LosslessStringConvertible {
    /// Reads `daily 18:00`, `weekly mon 09:00` or `every 6h`.
    public init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("daily", 2):
            guard let time = Settings.TimeOfDay(words[1]) else { return nil }
            self = .daily(time)
        case ("weekly", 3):
            guard let day = Settings.Weekday(rawValue: words[1]), let time = Settings.TimeOfDay(words[2])
            else { return nil }
            self = .weekly(day, time)
        case ("every", 2):
            guard let interval = Settings.Interval(words[1]) else { return nil }
            self = .every(interval)
        default:
            return nil
        }
    }

    public var description: String {
        switch self {
        case .daily(let time): "daily \(time)"
        case .weekly(let day, let time): "weekly \(day.rawValue) \(time)"
        case .every(let interval): "every \(interval)"
        }
    }
}

extension Settings.Expectation: SettingValue {
    static var noun: String { "an expectation" }
    static var remedy: String { "write daily 18:00, weekly mon 09:00 or every 6h" }
}
