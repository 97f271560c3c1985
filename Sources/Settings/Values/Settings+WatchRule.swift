extension Settings {
    /// Which numbers a carrier is asked about unbidden: a kind of subject, or a pattern of numbers.
    public enum WatchRule: Hashable, Sendable {
        /// `container`: every subject of that kind.
        case kind(String)
        /// `HLBU*`: every number that fits, `*` standing for any run of characters and `?` for one.
        case pattern(String)

        /// The kinds there are. The domain has the same list; it is repeated because settings import nothing of ours.
        public static let kinds = [
            "parcel", "bag", "container", "wagon", "vehicle", "consignment", "train", "declaration",
        ]

        /// Whether a subject of this kind and number is meant.
        public func matches(kind: String, code: String) -> Bool {
            switch self {
            case .kind(let wanted): wanted == kind
            case .pattern(let pattern): Self.fits(Array(pattern.utf8), Array(code.utf8))
            }
        }

        /// Glob matching that remembers only the last star, so no pattern can make it slow.
        private static func fits(_ pattern: [UInt8], _ code: [UInt8]) -> Bool {
            var next = 0
            var at = 0
            var star: (next: Int, at: Int)?
            while at < code.count {
                if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
                    star = (next + 1, at)
                    next += 1
                } else if next < pattern.count, pattern[next] == code[at] || pattern[next] == UInt8(ascii: "?") {
                    next += 1
                    at += 1
                } else if let (afterStar, taken) = star {
                    star = (afterStar, taken + 1)
                    next = afterStar
                    at = taken + 1
                } else {
                    return false
                }
            }
            return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
        }
    }
}

extension Settings.WatchRule: LosslessStringConvertible {
    /// A lower-case word is a kind and must be a known one; anything else is a pattern of capitals, digits, `*` and `?`.
    public init?(_ text: String) {
        if Self.kinds.contains(text) {
            self = .kind(text)
        } else if !text.isEmpty, text.utf8.allSatisfy(Self.belongsInPattern) {
            self = .pattern(text)
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .kind(let kind): kind
        case .pattern(let pattern): pattern
        }
    }

    private static func belongsInPattern(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "/"): true
        default: false
        }
    }
}

extension Settings.WatchRule: SettingValue {
    static var noun: String { "a kind or a pattern" }
    static var remedy: String { "write a kind (\(kinds.joined(separator: ", "))) or a pattern in capitals: HLBU*" }
}
