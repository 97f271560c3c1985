/// The items of a table: its rows, without titles, blank rows and totals.
struct TableItems: ItemSource {
    let head = Array("{}".utf8)
    var archive: [UInt8]
    let profile: Profile
    private let limits: DecodingLimits
    let header: TableHeader
    private let keys: [[UInt8]]
    private let redacted: Set<Int>
    private let days: Set<Int>
    private let readDay: (String) -> String?
    private var lastDay: (cell: [UInt8], day: [UInt8])?
    var scanner: TableScanner
    var cells: [TableScanner.Cell] = []
    private var count = 0

    var originalHeader: [String]? { header.names }
    var originalCells: [String]? { cells.map { String(decoding: scanner.text($0), as: UTF8.self) } }

    /// - Parameter readDay: a cell of a `days` column as `2026-11-20`; nil if it is no day.
    init(_ body: [UInt8], profile: Profile, limits: DecodingLimits, readDay: @escaping (String) -> String?) throws {
        guard body.count <= limits.totalBytes else {
            throw ReadFailure(
                .tooLarge, "\(body.count) bytes; at most \(limits.totalBytes) are read",
                remedy: "split the table")
        }
        try ForeignFile.refuse(body)
        let text = try TextDecoding.plainUTF8(body)
        guard !text.allSatisfy(JSONText.isSpace) else {
            throw ReadFailure(.empty, "there is no text", remedy: "look where the file comes from")
        }
        guard let (header, scanner) = TableHeader.find(in: text, profile.columns) else {
            throw Self.noHeader(text, profile)
        }
        self.header = header
        self.scanner = scanner
        self.profile = profile
        self.limits = limits
        self.readDay = readDay
        let names = profile.columns.names
        keys = names.map { Array("\"\($0)\":\"".utf8) }
        redacted = Set(profile.redact.compactMap { profile.columns.index($0) })
        days = Set(profile.days.compactMap { profile.columns.index($0) })
        archive = Array(header.order.map { names[$0.column] }.joined(separator: ",").utf8)
        archive.append(0x0A)
        archive.reserveCapacity(text.count)
        try checkShape()
    }

    mutating func next() throws -> DecodedItem? {
        while let line = try scanner.next(&cells) {
            if isNoItem() { continue }
            count += 1
            guard count <= limits.items else {
                throw ReadFailure(
                    .tooLarge, at: "line \(line)", "more than \(limits.items) rows",
                    remedy: "split the table")
            }
            let position = "line \(line)"
            if let problem = raggedness() {
                archiveRagged()
                return DecodedItem(position: position, text: Array("{}".utf8), problem: problem)
            }
            return try item(position)
        }
        return nil
    }

    private mutating func item(_ position: String) throws(ReadFailure) -> DecodedItem {
        var text: [UInt8] = []
        text.reserveCapacity(384)
        text.append(UInt8(ascii: "{"))
        var row = TableRow(ranges: Array(repeating: nil, count: keys.count))
        var isFirst = true
        for (column, cell) in header.order {
            if !isFirst { archive.append(UInt8(ascii: ",")) }
            isFirst = false
            if redacted.contains(column) {
                archive.append(contentsOf: JSONRedaction.mark.utf8)
                continue
            }
            archiveCell(cells[cell])
            add(cells[cell], column, &text, &row)
        }
        archive.append(0x0A)
        text.append(UInt8(ascii: "}"))
        guard text.count <= limits.itemBytes else {
            throw ReadFailure(
                .tooLarge, at: position, "a row of \(text.count) bytes",
                remedy: "look for a quote that is never closed")
        }
        return DecodedItem(position: position, text: text, row: row)
    }

    private mutating func add(_ cell: TableScanner.Cell, _ column: Int, _ text: inout [UInt8], _ row: inout TableRow) {
        guard !cell.range.isEmpty else { return }
        let restore = text.count
        if text.count > 1 { text.append(UInt8(ascii: ",")) }
        text.append(contentsOf: keys[column])
        let start = text.count
        if days.contains(column) {
            text.append(contentsOf: day(CellText.plain(scanner.text(cell))))
        } else if isSimple(cell) {
            text.append(contentsOf: scanner.bytes[cell.range])
        } else {
            JSONText.appendEscaped(CellText.plain(scanner.text(cell)), to: &text)
        }
        guard text.count > start else {
            text.removeLast(text.count - restore)
            return
        }
        row.ranges[column] = start..<text.count
        row.filled |= 1 << UInt64(column)
        text.append(UInt8(ascii: "\""))
    }

    /// Printable ASCII without anything that spreadsheets, JSON or people add: to be taken as it is.
    private func isSimple(_ cell: TableScanner.Cell) -> Bool {
        scanner.bytes.withUnsafeBufferPointer { bytes in
            let range = cell.range
            guard bytes[range.lowerBound] != UInt8(ascii: "'"), bytes[range.lowerBound] != UInt8(ascii: "=") else {
                return false
            }
            for at in range {
                let byte = bytes[at]
                if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                    return false
                }
            }
            return true
        }
    }

    /// A day that cannot be read stays as it came; the check of what it is used for then says so.
    private mutating func day(_ cell: [UInt8]) -> [UInt8] {
        if let lastDay, lastDay.cell == cell { return lastDay.day }
        var day: [UInt8] = []
        if let read = cell.isEmpty ? nil : readDay(String(decoding: cell, as: UTF8.self)) {
            day = Array(read.utf8)
        } else {
            JSONText.appendEscaped(cell, to: &day)
        }
        lastDay = (cell, day)
        return day
    }
}
