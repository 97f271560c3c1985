internal import Tracking

/// Says of a table's problems which column is to blame in the words of the table: `箱号` and not `parent_code`.
enum TableBlame {
    static func name(_ problems: inout [RowProblem], _ item: DecodedItem, _ source: some ItemSource, _ profile: Profile)
    {
        guard let row = item.row else { return }
        let names = profile.columns.names
        for index in problems.indices {
            guard let blamed = problems[index].column else { continue }
            if let column = names.firstIndex(of: blamed) {
                problems[index].column = source.title(of: column) ?? blamed
                continue
            }
            guard let value = problems[index].value, !value.isEmpty else { continue }
            let titles = columns(value, row, item.text).compactMap(source.title)
            if !titles.isEmpty { problems[index].column = titles.joined(separator: ", ") }
        }
    }

    /// The cells that say the value; where none does, those of which it is made, such as `X8157@2026-11-20`.
    private static func columns(_ value: String, _ row: TableRow, _ text: [UInt8]) -> [Int] {
        let cells = row.ranges.enumerated().compactMap { column, range in
            range.map { (column, String(decoding: JSONText.unescaped(text[$0]), as: UTF8.self)) }
        }
        let whole = cells.filter { $0.1 == value }.map(\.0)
        if !whole.isEmpty { return whole }
        let parts = Set(value.split(separator: "@").map(String.init))
        return parts.count < 2 ? [] : cells.filter { parts.contains($0.1) }.map(\.0)
    }
}
