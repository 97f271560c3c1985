extension Settings {
    /// How many requests a carrier allows in a day: `250/day`.
    public struct Quota: Hashable, Sendable, LosslessStringConvertible {
        public let perDay: Int

        /// Nil when the number is not between 1 and one thousand million.
        public init?(perDay: Int) {
            guard (1...1_000_000_000).contains(perDay) else { return nil }
            self.perDay = perDay
        }

        /// Reads `250/day`.
        public init?(_ text: String) {
            guard text.hasSuffix("/day"), let count = WholeNumber.read(text.dropLast(4)) else { return nil }
            self.init(perDay: count)
        }

        public var description: String { "\(perDay)/day" }
    }
}

extension Settings.Quota: SettingValue {
    static var noun: String { "a quota" }
    static var remedy: String { "write the requests allowed in a day: 250/day" }
}
