import Terminal

/// Lines up rows of text that is already safe, without titles.
enum Columns {
    static func aligned(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { $0.indices.contains(column) ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, text) in row.enumerated() where widths[column] > 0 {
                line += text + String(repeating: " ", count: widths[column] - DisplayWidth.of(text) + 2)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
