extension TableItems {
    /// Names the columns of the rows that follow, unless those before them were the same.
    mutating func archiveHeader() {
        let names = profile.columns.names
        let columns = header.order.map(\.column) + above.map(\.column)
        let line = Array(columns.map { names[$0] }.joined(separator: ",").utf8) + [0x0A]
        guard line != archivedHeader else { return }
        archivedHeader = line
        archive.append(contentsOf: line)
    }

    /// Keeps a cell as it came, quoted where the comma-separated form needs it.
    mutating func archiveCell(_ cell: TableLine.Cell) {
        let bytes = line.bytes[cell.range]
        if cell.hasDoubledQuotes || Self.needsQuotes(bytes) {
            archiveQuoted(TableScanner.text(cell, in: line.bytes))
        } else {
            archive.append(contentsOf: bytes)
        }
    }

    /// Keeps a value that stands elsewhere than in its row.
    mutating func archiveValue(_ value: [UInt8]) {
        if Self.needsQuotes(value[...]) { archiveQuoted(value) } else { archive.append(contentsOf: value) }
    }

    private static func needsQuotes(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
    }

    private mutating func archiveQuoted(_ text: [UInt8]) {
        archive.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { archive.append(byte) }
            archive.append(byte)
        }
        archive.append(UInt8(ascii: "\""))
    }

    /// Keeps only that there was such a row: its values belong to no column that could be dropped or redacted.
    mutating func archiveRagged() {
        let kept = header.matched + above.count
        archive.append(contentsOf: Array(repeating: UInt8(ascii: ","), count: kept))
        archive.append(contentsOf: "(ragged)\n".utf8)
    }
}
