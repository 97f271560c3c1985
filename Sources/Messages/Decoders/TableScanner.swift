/// Cuts separated text into rows and cells (RFC 4180), with quotes, and line breaks inside them.
struct TableScanner {
    /// A cell as a range of the text, without its quotes.
    struct Cell {
        var range: Range<Int>
        /// A doubled quote inside stands for one.
        var hasDoubledQuotes = false
    }

    let bytes: [UInt8]
    let separator: UInt8
    private(set) var at: Int
    private(set) var line = 1

    init(_ bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        at = 0
    }

    /// Fills `cells` with the next row and returns the line it begins on; nil at the end.
    mutating func next(_ cells: inout [Cell]) throws(ReadFailure) -> Int? {
        cells.removeAll(keepingCapacity: true)
        guard at < bytes.count else { return nil }
        let start = line
        while true {
            cells.append(try cell())
            guard at < bytes.count else { return start }
            let byte = bytes[at]
            at += 1
            if byte == separator { continue }
            if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
            line += 1
            return start
        }
    }

    private mutating func cell() throws(ReadFailure) -> Cell {
        if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { return try quotedCell() }
        let start = at
        skipToEnd()
        return Cell(range: start..<at)
    }

    private mutating func skipToEnd() {
        let separator = separator
        at = bytes.withUnsafeBufferPointer { bytes in
            var at = at
            while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            return at
        }
    }

    private mutating func quotedCell() throws(ReadFailure) -> Cell {
        let opened = line
        at += 1
        let start = at
        var hasDoubledQuotes = false
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\"") {
                guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
                hasDoubledQuotes = true
                at += 1
            } else if bytes[at] == 0x0A || (bytes[at] == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A)) {
                line += 1
            }
            at += 1
        }
        guard at < bytes.count else {
            throw ReadFailure(
                .truncated, at: "line \(opened)", "a quoted cell is never closed",
                remedy: "get the whole file again, or close the quote there")
        }
        let end = at
        at += 1
        let afterQuote = at
        skipToEnd()
        // Text behind the closing quote is a slip of the writer; the cell is kept with everything in it.
        let isClean = bytes[afterQuote..<at].allSatisfy(JSONText.isSpace)
        return Cell(range: isClean ? start..<end : (start - 1)..<at, hasDoubledQuotes: hasDoubledQuotes)
    }

    /// What a cell of some bytes says.
    static func text(_ cell: Cell, in bytes: [UInt8]) -> [UInt8] {
        guard cell.hasDoubledQuotes else { return Array(bytes[cell.range]) }
        var result: [UInt8] = []
        var isSecond = false
        for byte in bytes[cell.range] {
            if byte == UInt8(ascii: "\""), !isSecond {
                isSecond = true
                result.append(byte)
            } else if byte == UInt8(ascii: "\"") {
                isSecond = false
            } else {
                isSecond = false
                result.append(byte)
            }
        }
        return result
    }
}
