import Terminal
import Tracking

/// A length of time that a person wrote on the command line: `90min`, `12h`, `3d`, `2w`.
enum SpanArgument {
    private static let units: [(name: String, seconds: Int)] = [
        ("min", 60), ("m", 60), ("h", 3600), ("d", 86_400), ("w", 604_800),
    ]

    /// - Throws: `CommandFailure` with what would be right.
    static func read(_ text: String, option: String) throws -> Duration {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).lowercased()
        guard let count = Int(digits), count <= 100_000, let found = units.first(where: { $0.name == unit }) else {
            throw CommandFailure(
                "cannot read the time of \(option)", on: text, why: "it is no count with min, h, d or w behind it",
                try: "\(option) 3d", kind: "bad-time", status: .usage)
        }
        return .seconds(count * found.seconds)
    }
}
