extension TableItems {
    /// Keeps a cell as it came, quoted where the comma-separated form needs it.
    mutating func archiveCell(_ cell: TableScanner.Cell) {
        let bytes = scanner.bytes[cell.range]
        let needsQuotes =
            cell.hasDoubledQuotes
            || bytes.contains {
                $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
            }
        guard needsQuotes else { return archive.append(contentsOf: bytes) }
        archive.append(UInt8(ascii: "\""))
        for byte in scanner.text(cell) {
            if byte == UInt8(ascii: "\"") { archive.append(byte) }
            archive.append(byte)
        }
        archive.append(UInt8(ascii: "\""))
    }

    /// Keeps only that there was such a row: its values belong to no column that could be dropped or redacted.
    mutating func archiveRagged() {
        let kept = header.matched
        archive.append(contentsOf: Array(repeating: UInt8(ascii: ","), count: kept))
        archive.append(contentsOf: "(ragged)\n".utf8)
    }
}
