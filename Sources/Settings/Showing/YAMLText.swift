/// Writes effective settings as YAML, without the YAML library: a lookup program shows them too.
enum YAMLText {
    /// The lines of a key; none when it has no value.
    static func lines(_ entry: EffectiveValue.Entry, indent: String) -> [String] {
        switch entry.value {
        case .none: []
        case .text(let text): ["\(indent)\(entry.key): \(scalar(text))"]
        case .number(let number): ["\(indent)\(entry.key): \(number)"]
        case .flag(let flag): ["\(indent)\(entry.key): \(flag)"]
        case .list([]): ["\(indent)\(entry.key): []"]
        case .list(let values): ["\(indent)\(entry.key):"] + values.flatMap { element($0, indent: indent + "  ") }
        case .mapping(let entries): ["\(indent)\(entry.key):"] + entries.flatMap { lines($0, indent: indent + "  ") }
        }
    }

    private static func element(_ value: EffectiveValue, indent: String) -> [String] {
        switch value {
        case .none: []
        case .text(let text): ["\(indent)- \(scalar(text))"]
        case .number(let number): ["\(indent)- \(number)"]
        case .flag(let flag): ["\(indent)- \(flag)"]
        case .list(let values): ["\(indent)-"] + values.flatMap { element($0, indent: indent + "  ") }
        case .mapping(let entries):
            entries.flatMap { lines($0, indent: "") }.enumerated().map { index, line in
                indent + (index == 0 ? "- " : "  ") + line
            }
        }
    }

    /// A value, in quotes unless it is plain beyond doubt.
    static func scalar(_ text: String) -> String {
        let plain = text.unicodeScalars.allSatisfy { isPlain($0) }
        let starts = text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "/" } ?? false
        if plain && starts && !text.hasSuffix(":") && !text.hasSuffix(" ") && !text.contains(": ")
            && !words.contains(text.lowercased())
        {
            return text
        }
        return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// Text that cannot leave its comment.
    static func comment(_ text: String) -> String { text.unicodeScalars.map(escaped).joined() }

    private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "_", "-", ":", "+", " ": true
        default:
            (0x370...0x1FFF).contains(scalar.value) && scalar.properties.isAlphabetic
                || (0x4E00...0x9FFF).contains(scalar.value)
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0...0x1F, 0x7F...0xA0: "\\x" + hex(scalar.value, digits: 2)
        case 0xD7FF...0x10FFFF where scalar.value > 0xFFFF: "\\U" + hex(scalar.value, digits: 8)
        case 0xAD, 0x61C, 0x200B...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFFF:
            "\\u" + hex(scalar.value, digits: 4)
        default: String(scalar)
        }
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
