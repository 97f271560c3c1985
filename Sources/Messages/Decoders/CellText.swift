/// Brings what people and spreadsheets put around and into a value to its plain form.
enum CellText {
    /// Trims blanks of all kinds and the marks with which spreadsheets force text (`'0012`, `="0012"`), and turns
    /// full-width digits, letters and `－．／：` into their usual form.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        var at = 0
        var end = bytes.count
        while at < end, isTrimmed(bytes[at]) { at += 1 }
        while end > at, isTrimmed(bytes[end - 1]) { end -= 1 }
        guard at < end else { return [] }
        var isPlain = bytes[at] != UInt8(ascii: "'") && bytes[at] != UInt8(ascii: "=")
        if isPlain { isPlain = bytes[at..<end].allSatisfy { $0 < 0x80 && $0 >= 0x20 } }
        if isPlain { return at == 0 && end == bytes.count ? bytes : Array(bytes[at..<end]) }
        return slowly(String(decoding: bytes[at..<end], as: UTF8.self))
    }

    /// What people write into a cell that has nothing to say.
    private static let nothing: Set<String> = [
        "/", "//", "\\", "-", "--", "---", "—", "——", "–", "无", "暂无", "没有", "待定", "n/a", "#n/a", "null", "none", "nil",
        "tba", "tbd", "нет",
    ]

    /// Whether a plain cell says in so many words that there is nothing.
    static func isNothing(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count <= 8 else { return false }
        return nothing.contains(String(decoding: bytes, as: UTF8.self).lowercased())
    }

    /// The form in which column names are compared: letters and digits only, in lower case, without anything in
    /// brackets, which is a unit or a remark.
    static func folded(_ name: String) -> String {
        var depth = 0
        var result = ""
        for scalar in name.unicodeScalars.map(halfWidth) {
            switch scalar {
            case "(", "[", "【", "〔": depth += 1
            case ")", "]", "】", "〕": depth = max(0, depth - 1)
            default:
                guard depth == 0, scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                    continue
                }
                result.unicodeScalars.append(scalar)
            }
        }
        return result.lowercased()
    }

    private static func slowly(_ text: String) -> [UInt8] {
        var scalars = text.unicodeScalars.map(halfWidth).filter { !isInvisible($0) }[...]
        while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        if scalars.count >= 3, scalars.starts(with: ["=", "\""]), scalars.last == "\"" {
            scalars = scalars.dropFirst(2).dropLast()
        } else if scalars.first == "'" {
            scalars.removeFirst()
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars.map { $0 == "\u{A0}" || $0 == "\u{3000}" ? " " : $0 })
        return Array(String(result).utf8)
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF0D...0xFF1A, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF08...0xFF0A, 0xFF0C:
            Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: scalar
        }
    }

    private static func isTrimmed(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF || scalar.value == 0x2060
    }
}
