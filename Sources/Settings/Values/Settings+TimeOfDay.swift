extension Settings {
    /// A time on the clock, to the minute, in the report zone: `18:00`.
    public struct TimeOfDay: Hashable, Sendable, LosslessStringConvertible {
        public let hour: Int
        public let minute: Int

        /// Reads `18:00`; `24:00` is no time of a day.
        public init?(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
                let hour = WholeNumber.read(parts[0]), let minute = WholeNumber.read(parts[1]),
                (0...23).contains(hour), (0...59).contains(minute)
            else { return nil }
            self.hour = hour
            self.minute = minute
        }

        public var description: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }
    }
}
