extension Settings {
    /// How often a carrier may be asked: `2/s`, `30/min`, `100/h`, `250/day`.
    public struct Rate: Hashable, Sendable, LosslessStringConvertible {
        /// The span of time a rate counts in.
        public enum Unit: String, Sendable, CaseIterable {
            case second = "s"
            case minute = "min"
            case hour = "h"
            case day

            /// Its length.
            public var seconds: Int {
                switch self {
                case .second: 1
                case .minute: 60
                case .hour: 3_600
                case .day: 86_400
                }
            }
        }

        /// Requests in one `unit`; at least 1.
        public let count: Int
        public let unit: Unit

        /// Nil when the count is not between 1 and one million.
        public init?(count: Int, per unit: Unit) {
            guard (1...1_000_000).contains(count) else { return nil }
            self.count = count
            self.unit = unit
        }

        /// Reads `2/s`.
        public init?(_ text: String) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let count = WholeNumber.read(parts[0]), let unit = Unit(rawValue: String(parts[1]))
            else { return nil }
            self.init(count: count, per: unit)
        }

        /// Requests per second, to compare rates of different units.
        public var perSecond: Double { Double(count) / Double(unit.seconds) }

        public var description: String { "\(count)/\(unit.rawValue)" }
    }
}

extension Settings.Rate: SettingValue {
    static var noun: String { "a rate" }
    static var remedy: String { "write a count and a unit: 2/s, 30/min, 100/h or 250/day" }
}
