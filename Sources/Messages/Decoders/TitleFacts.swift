/// What the rows above a header say of all rows below it: `车次：X8157  发车日期：2026-11-20`, or a label in one cell and
/// its value in the next.
struct TitleFacts {
    /// By column, the value as it stands.
    private(set) var values: [Int: String] = [:]

    /// Facts of one row.
    ///
    /// - Parameter allowed: columns that may be told once for a whole table.
    init(_ words: [String], _ columns: TableColumns, allowed: Set<Int>) {
        guard !allowed.isEmpty else { return }
        var waiting: Int?
        for word in words where !word.isEmpty {
            let pairs = Self.pairs(word, columns, allowed)
            if let column = waiting {
                waiting = nil
                if pairs.isEmpty {
                    take(word, column, columns)
                    continue
                }
            }
            for (column, value, _) in pairs {
                if value.isEmpty { waiting = column } else { take(value, column, columns) }
            }
            if pairs.isEmpty, let match = columns.match(word), allowed.contains(match.column) { waiting = match.column }
        }
    }

    mutating func merge(_ other: TitleFacts) {
        values.merge(other.values) { $1 }
    }

    /// Whether the first filled cell of a row begins such a title.
    static func begins(with word: String, _ columns: TableColumns, allowed: Set<Int>) -> Bool {
        if let first = pairs(word, columns, allowed).first { return word.hasPrefix(first.label) }
        return columns.match(word).map { allowed.contains($0.column) } ?? false
    }

    private mutating func take(_ value: String, _ column: Int, _ columns: TableColumns) {
        if let value = Self.single(value) { values[column] = value }
    }

    /// Nil for a value that is none, or for several at once: which of them would be meant?
    private static func single(_ text: String) -> String? {
        let outside = text.prefix { !"(（[【".contains($0) }.trimmingBlanks()
        guard !outside.isEmpty, !outside.contains(where: { ",，、;；|".contains($0) }) else { return nil }
        let first = outside.prefix { !$0.isWhitespace }
        // A number may be followed by a word; a name of several words has no digit in its first.
        guard first.count < outside.count, first.contains(where: \.isNumber), !isClock(outside) else { return outside }
        return String(first)
    }

    private static func isClock(_ text: String) -> Bool { text.contains(":") || text.contains("：") }

    /// Each label with a colon, and the text up to the next label.
    private static func pairs(_ text: String, _ columns: TableColumns, _ allowed: Set<Int>)
        -> [(column: Int, value: String, label: String)]
    {
        var found: [(column: Int, start: String.Index, end: String.Index)] = []
        for colon in text.indices where text[colon] == ":" || text[colon] == "：" {
            let start =
                text[..<colon].lastIndex { $0.isWhitespace || ",，;；、|".contains($0) }
                .map { text.index(after: $0) } ?? text.startIndex
            let candidates = [start, text.startIndex].filter { $0 < colon }
            let label = candidates.first { columns.match(String(text[$0..<colon])) != nil }
            guard let label, let match = columns.match(String(text[label..<colon])) else { continue }
            guard allowed.contains(match.column) else { continue }
            found.append((match.column, label, text.index(after: colon)))
        }
        return found.enumerated().map { index, pair in
            let until = index + 1 < found.count ? found[index + 1].start : text.endIndex
            let value = pair.end <= until ? String(text[pair.end..<until]) : ""
            let trimmed = value.trimmingBlanks().trimmingSeparators()
            return (pair.column, trimmed, String(text[pair.start..<pair.end]))
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingBlanks() -> String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }

    fileprivate func trimmingSeparators() -> String {
        var rest = self[...]
        while let last = rest.last, last.isWhitespace || ",，;；、|".contains(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
