/// Writes rows as RFC 4180 tells, for spreadsheets that would rather calculate than read.
public struct CSVWriter: Equatable, Sendable {
    /// Whether text is written as it is: for programs that read it back, never for a spreadsheet.
    public let isRaw: Bool

    public init(isRaw: Bool = false) {
        self.isRaw = isRaw
    }

    /// One row with its line end.
    ///
    /// A text that a spreadsheet would take for a formula gets a `'` before it, and controls become visible.
    /// Numbers are ours and stay numbers.
    public func line(_ cells: [TableCell]) -> String {
        cells.map { $0.foreignText.map(field) ?? $0.digits }.joined(separator: ",") + "\r\n"
    }

    /// Whether a spreadsheet might take a text for a formula, however it is indented or quoted.
    public static func looksLikeFormula(_ text: String) -> Bool {
        if let first = text.unicodeScalars.first, controls.contains(first) { return true }
        let core = text.unicodeScalars.first { !isIndent($0) }
        return core.map(starters.contains) ?? false
    }

    /// The text as it was before `line` guarded it.
    public static func unguarded(_ text: String) -> String {
        guard text.unicodeScalars.first == "'" else { return text }
        let rest = String(text.unicodeScalars.dropFirst())
        return looksLikeFormula(rest) ? rest : text
    }

    private func field(_ text: String) -> String {
        guard !isRaw else { return Self.quoted(text) }
        let shown = SafeText.show(text)
        return Self.quoted(Self.looksLikeFormula(text) || Self.looksLikeFormula(shown) ? "'" + shown : shown)
    }

    /// Semicolon and tab are separators in other countries' spreadsheets.
    ///
    /// Quotes are found byte by byte: one with an accent on it is another character to Swift, but not to CSV.
    private static func quoted(_ text: String) -> String {
        let separators: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D]
        let needsQuotes =
            text.utf8.contains(where: separators.contains) || text.utf8.first == 0x20 || text.utf8.last == 0x20
        guard needsQuotes else { return text }
        let doubled = text.utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }
        return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
    }

    private static let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    private static let controls: Set<Unicode.Scalar> = ["\t", "\r", "\0"]

    private static func isIndent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "\u{2018}"..."\u{201F}", "\u{FF02}", "\u{FF07}": true
        default: scalar.properties.isWhitespace || SafeText.isHostile(scalar)
        }
    }
}
