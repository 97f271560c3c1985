internal import Tracking

/// One row of a table: its cells, as ranges of some bytes.
struct TableLine {
    /// Where one cell stands.
    typealias Cell = TableScanner.Cell

    /// Something about a cell that its text does not say.
    struct Note {
        var cell: Int
        var problem: RowProblem
    }

    var bytes: [UInt8] = []
    var cells: [Cell] = []
    /// The line or row it begins on, from 1.
    var number = 0
    var notes: [Note] = []

    var count: Int { cells.count }

    /// What a cell says.
    func text(_ cell: Int) -> [UInt8] { TableScanner.text(cells[cell], in: bytes) }

    /// What a cell says, without what people and spreadsheets put around it.
    func plain(_ cell: Int) -> [UInt8] { CellText.plain(text(cell)) }

    func isBlank(_ cell: Int) -> Bool {
        let range = cells[cell].range
        return bytes[range].allSatisfy { $0 <= 0x20 }
            || (bytes[range.lowerBound] >= 0x80 && CellText.plain(text(cell)).isEmpty)
    }

    /// The plain text of every cell.
    var words: [String] { cells.indices.map { String(decoding: plain($0), as: UTF8.self) } }
}
