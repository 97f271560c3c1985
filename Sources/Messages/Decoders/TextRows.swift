/// The rows of separated text.
struct TextRows: TableRows {
    /// Separators that programs use; the one that makes the best header is the table's.
    static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

    let merged: [MergedCells.Area] = []
    let mayBeRagged = true
    private var scanner: TableScanner

    init(_ text: [UInt8], separator: UInt8) {
        scanner = TableScanner(text, separator: separator)
    }

    mutating func next(_ line: inout TableLine) throws(ReadFailure) -> Bool {
        // The same memory as the scanner's: nobody writes into either, so nothing is copied.
        if line.bytes.isEmpty { line.bytes = scanner.bytes }
        guard let number = try scanner.next(&line.cells) else { return false }
        line.number = number
        return true
    }
}
