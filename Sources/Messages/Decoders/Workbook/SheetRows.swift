internal import Tracking

/// The rows of one sheet of a workbook, read while they are decompressed.
struct SheetRows: TableRows {
    let merged: [MergedCells.Area]
    let mayBeRagged = false
    private let workbook: Workbook
    private let scanner: TagScanner
    private let firstDepth: Int
    private var row = 0
    private var isOver: Bool

    init(_ workbook: Workbook, _ sheet: Workbook.Sheet, merged: [MergedCells.Area]) throws(ReadFailure) {
        self.workbook = workbook
        self.merged = merged
        scanner = try workbook.scanner(sheet.entry)
        isOver = !(try Self.seekRows(scanner))
        firstDepth = scanner.depth
    }

    private static func seekRows(_ scanner: TagScanner) throws(ReadFailure) -> Bool {
        while true {
            switch try scanner.next() {
            case .open where scanner.isNamed("sheetData"): return true
            case .end: return false
            default: break
            }
        }
    }

    mutating func next(_ line: inout TableLine) throws(ReadFailure) -> Bool {
        line.bytes.removeAll(keepingCapacity: true)
        line.cells.removeAll(keepingCapacity: true)
        line.notes.removeAll(keepingCapacity: true)
        while !isOver {
            switch try scanner.next() {
            case .open where scanner.isNamed("row"):
                try beginRow()
                line.number = row
                try readRow(&line)
                return true
            case .open: try scanner.skipElement()
            case .close where scanner.depth < firstDepth: isOver = true
            case .end: isOver = true
            default: break
            }
        }
        return false
    }

    private mutating func beginRow() throws(ReadFailure) {
        let number = scanner.attribute("r") == nil ? row + 1 : scanner.wholeAttribute("r") ?? 0
        guard number > row else { throw wrong("row \(number) stands behind row \(row)") }
        guard number <= CellReference.mostRows else { throw wrong("there is no row \(number)") }
        row = number
    }

    private func readRow(_ line: inout TableLine) throws(ReadFailure) {
        let depth = scanner.depth
        while true {
            switch try scanner.next() {
            case .open where scanner.isNamed("c"): try readCell(&line)
            case .open: try scanner.skipElement()
            case .close where scanner.depth < depth: return
            case .end: return
            default: break
            }
        }
    }

    private func readCell(_ line: inout TableLine) throws(ReadFailure) {
        var column = line.cells.count + 1
        if let text = scanner.attribute("r") {
            guard let reference = CellReference(text), reference.row == row, reference.column >= column else {
                throw wrong("a cell of row \(row) is called \(String(decoding: text.prefix(20), as: UTF8.self))")
            }
            column = reference.column
        }
        guard column <= CellReference.mostColumns else { throw wrong("row \(row) has more cells than a sheet") }
        let start = line.bytes.count
        while line.cells.count < column - 1 { line.cells.append(TableLine.Cell(range: start..<start)) }
        var content = CellContent(scanner)
        try content.read(scanner)
        let problem = try content.append(to: &line.bytes, workbook)
        line.cells.append(TableLine.Cell(range: start..<line.bytes.count))
        if let problem { line.notes.append(TableLine.Note(cell: column - 1, problem: problem)) }
    }

    private func wrong(_ reason: String) -> ReadFailure {
        ReadFailure(.malformed, at: scanner.name, reason, remedy: ZipArchive.remedy)
    }
}
