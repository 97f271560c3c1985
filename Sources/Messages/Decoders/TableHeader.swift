/// Which cell of a row holds which column.
struct TableHeader {
    /// By canonical column, the cell that holds it.
    let cells: [Int?]
    /// The known columns in the order of the table, each with its cell.
    let order: [(column: Int, cell: Int)]
    let cellCount: Int
    /// What stands in the cells.
    let names: [String]

    var matched: Int { order.count }

    init(_ names: [String], _ columns: TableColumns) {
        var found = [(cell: Int, rank: Int)?](repeating: nil, count: columns.names.count)
        for (cell, name) in names.enumerated() {
            guard let match = columns.match(name) else { continue }
            // Two cells may answer to one column (weight, gross weight): the earlier synonym, then the left one.
            if let known = found[match.column], known.rank <= match.rank { continue }
            found[match.column] = (cell, match.rank)
        }
        cells = found.map { $0?.cell }
        order = found.enumerated().compactMap { column, match in match.map { (column, $0.cell) } }
            .sorted { $0.cell < $1.cell }
        cellCount = names.count
        self.names = names
    }

    /// How much the row looks like a header: known names, less the cells that hold a value of some thing or day.
    var likeness: Int {
        let known = Set(order.map(\.cell))
        return matched - names.indices.count { !known.contains($0) && Self.isValue(names[$0]) }
    }

    /// Most cells are names of columns, and none is a value.
    var isBeyondDoubt: Bool {
        likeness >= 2 && likeness == matched && matched * 2 > names.count { !$0.isEmpty }
    }

    /// A number, a date: no name of a column has as many digits.
    private static func isValue(_ name: String) -> Bool {
        name.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } >= 4
    }
}
