/// Notices columns that are filled in few rows and empty under them, as merged cells look once they are lost.
struct TableGaps {
    /// An empty column, and where it is empty first.
    struct Gap {
        var column: Int
        var position: String
        var count: Int
        var filled: Int
    }

    private var filled: [Int: Int] = [:]
    private var gaps: [Int: (position: String, count: Int)] = [:]

    mutating func look(at row: TableRow, _ columns: [Int], _ position: String) {
        for column in columns {
            if row.filled & 1 << UInt64(column) != 0 {
                filled[column, default: 0] += 1
            } else if filled[column] != nil {
                gaps[column, default: (position, 0)].count += 1
            }
        }
    }

    /// Columns that are empty under a filled cell in more rows than they are filled in.
    var likely: [Gap] {
        gaps.compactMap { column, gap in
            let filled = filled[column] ?? 0
            guard gap.count > filled else { return nil }
            return Gap(column: column, position: gap.position, count: gap.count, filled: filled)
        }.sorted { $0.column < $1.column }
    }
}
