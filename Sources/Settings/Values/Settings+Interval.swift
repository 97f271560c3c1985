extension Settings {
    /// A length of time: `90s`, `30m`, `12h`, `3d`.
    public struct Interval: Hashable, Sendable, LosslessStringConvertible {
        /// At least 1, at most 3,660 days.
        public let seconds: Int

        /// Nil when the length is not between one second and ten years.
        public init?(seconds: Int) {
            guard (1...3_660 * 86_400).contains(seconds) else { return nil }
            self.seconds = seconds
        }

        /// Reads `90s`.
        public init?(_ text: String) {
            guard let last = text.last, let unit = Self.units.first(where: { $0.letter == last }),
                let count = WholeNumber.read(text.dropLast())
            else { return nil }
            let (seconds, overflow) = count.multipliedReportingOverflow(by: unit.seconds)
            guard !overflow else { return nil }
            self.init(seconds: seconds)
        }

        /// The length as a `Duration`.
        public var duration: Duration { .seconds(seconds) }

        /// In the greatest unit that leaves no remainder, so 90 seconds stay `90s`.
        public var description: String {
            let unit = Self.units.first { seconds.isMultiple(of: $0.seconds) }
            return unit.map { "\(seconds / $0.seconds)\($0.letter)" } ?? "\(seconds)s"
        }

        private static let units: [(letter: Character, seconds: Int)] = [
            ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
        ]
    }
}

extension Settings.Interval: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

extension Settings.Interval: SettingValue {
    static var noun: String { "a length of time" }
    static var remedy: String { "write a number and a unit: 90s, 30m, 12h or 3d" }
}
