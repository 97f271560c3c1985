/// Which cell of a row holds which column, found in the first rows of a table.
struct TableHeader {
    /// Rows among which the header is looked for; titles and remarks may stand above it.
    static let rowsLookedAt = 10

    /// By canonical column, the cell that holds it.
    let cells: [Int?]
    /// The known columns in the order of the table, each with its cell.
    let order: [(column: Int, cell: Int)]
    let cellCount: Int
    let names: [String]

    var matched: Int { cells.count { $0 != nil } }

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

    /// The best header that the text has with any of the usual separators, and a scanner just behind it.
    static func find(in bytes: [UInt8], _ columns: TableColumns) -> (header: TableHeader, scanner: TableScanner)? {
        var best: (header: TableHeader, scanner: TableScanner)?
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            var scanner = TableScanner(bytes, separator: separator)
            for names in firstRows(&scanner, columns) where names.header.matched > best?.header.matched ?? 0 {
                best = (names.header, names.scanner)
            }
        }
        return best
    }

    private static func firstRows(_ scanner: inout TableScanner, _ columns: TableColumns)
        -> [(header: TableHeader, scanner: TableScanner)]
    {
        var rows: [(header: TableHeader, scanner: TableScanner)] = []
        var cells: [TableScanner.Cell] = []
        // With the wrong separator quotes may seem never to close; then these are not its rows.
        while rows.count < rowsLookedAt, (try? scanner.next(&cells)) != nil, !cells.isEmpty {
            let names = cells.map { String(decoding: CellText.plain(scanner.text($0)), as: UTF8.self) }
            rows.append((TableHeader(names, columns), scanner))
        }
        return rows
    }
}
