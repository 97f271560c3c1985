/// One table of a workbook, row by row.
final class SheetOutput: TableOutput {
    /// How many rows are looked at before the columns get their widths.
    private static let looked = 500
    /// Rows of a sheet, with the titles (Excel's limit).
    private static let most = 1_048_576

    private let workbook: WorkbookWriter
    private let name: String
    private let columns: [TableColumn]
    private let letters: [String]
    private var first: TextTable
    private var widths: [Int]?
    /// The last row written to the sheet; 1 is the titles.
    private var row = 0
    private var part = 1
    private var buffer: [UInt8] = []

    init(_ workbook: WorkbookWriter, name: String, _ columns: [TableColumn]) {
        self.workbook = workbook
        self.name = name
        self.columns = columns
        letters = columns.indices.map(SheetText.column)
        first = TextTable(columns)
    }

    func append(_ cells: [TableCell]) throws {
        guard widths != nil else {
            first.append(cells)
            if first.rows.count == Self.looked { try begin() }
            return
        }
        try workbook.explained {
            if row == Self.most { try turnOver() }
            try write(cells)
        }
    }

    func finish() throws {
        if widths == nil { try begin() }
        try workbook.explained { try close() }
    }

    private func begin() throws {
        widths = first.naturalWidths
        try workbook.explained {
            try open()
            for cells in first.rows { try write(cells) }
        }
        first = TextTable(columns)
    }

    private func open() throws {
        try workbook.beginSheet(part == 1 ? name : "\(name) \(part)")
        row = 0
        buffer = Array(WorkbookParts.sheetHead(widths: widths ?? []).utf8)
        try write(columns.map { .text($0.title) }, title: true)
    }

    private func close() throws {
        buffer += Array(WorkbookParts.sheetTail(columns: columns.count, rows: row).utf8)
        try workbook.add(buffer)
        buffer = []
        try workbook.endSheet()
    }

    /// What does not fit into one sheet goes on in the next.
    private func turnOver() throws {
        try close()
        part += 1
        try open()
    }

    private func write(_ cells: [TableCell], title: Bool = false) throws {
        row += 1
        buffer.append(contentsOf: "<row r=\"\(row)\">".utf8)
        for (cell, column) in zip(cells, letters) {
            buffer.append(contentsOf: SheetText.cell(cell, column: column, row: row, title: title).utf8)
        }
        buffer.append(contentsOf: "</row>".utf8)
        guard buffer.count >= 131_072 else { return }
        try workbook.add(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
