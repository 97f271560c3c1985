extension Settings {
    /// The hours of every day in which a carrier is not asked: `22:00-06:00`, over midnight where the end is the earlier.
    public struct QuietHours: Hashable, Sendable, LosslessStringConvertible {
        public let from: TimeOfDay
        /// The first minute that is not quiet any more.
        public let until: TimeOfDay

        /// Reads `22:00-06:00`; the same time twice is refused, since it could mean always or never.
        public init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let from = TimeOfDay(String(parts[0])), let until = TimeOfDay(String(parts[1])),
                from != until
            else { return nil }
            self.from = from
            self.until = until
        }

        public var description: String { "\(from)-\(until)" }
    }
}

extension Settings.QuietHours: SettingValue {
    static var noun: String { "the hours of a day" }
    static var remedy: String { "write when they begin and end: \"22:00-06:00\"" }
}
