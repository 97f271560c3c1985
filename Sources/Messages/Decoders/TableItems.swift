internal import Tracking

/// The items of a table or of the sheets of a workbook: its rows, without titles, blank rows and totals.
struct TableItems: ItemSource {
    let head = Array("{}".utf8)
    var archive: [UInt8] = []
    var archivedHeader: [UInt8] = []
    var notes: [SourceNote]
    let profile: Profile
    private let limits: DecodingLimits
    private let keys: [[UInt8]]
    private let redacted: Set<Int>
    private let days: Set<Int>
    private let times: Set<Int>
    private let reader: DayReader
    private var lastReading: [(cell: [UInt8], text: [UInt8])?]

    private var sections: ArraySlice<TableSection>
    private var section: TableSection
    private var rows: any TableRows
    private var mergedValues: MergedValues
    private var titles = TitleFacts([], TableColumns(), allowed: [])
    private(set) var header: TableHeader
    private(set) var above: [(column: Int, value: String)]
    private(set) var mayBeRagged: Bool
    var line = TableLine()
    private var count = 0
    private var gaps = TableGaps()
    /// Columns of this table in which a merged cell would count for several rows.
    private var mergeable: [Int] = []

    var originalHeader: [String]? { header.names }
    var originalCells: [String]? { line.cells.indices.map { String(decoding: line.text($0), as: UTF8.self) } }

    init(_ body: [UInt8], profile: Profile, limits: DecodingLimits, reader: DayReader) throws {
        guard body.count <= limits.totalBytes else {
            throw ReadFailure(
                .tooLarge, "\(body.count) bytes; at most \(limits.totalBytes) are read", remedy: "split the table")
        }
        let found = try TableSections.find(body, profile, limits)
        notes = found.notes
        sections = found.sections.dropFirst()
        section = found.sections[0]
        rows = try section.open()
        mergedValues = MergedValues(rows.merged)
        mayBeRagged = rows.mayBeRagged
        header = section.start.header
        above = section.start.above
        self.profile = profile
        self.limits = limits
        self.reader = reader
        keys = profile.columns.names.map { Array("\"\($0)\":\"".utf8) }
        redacted = Set(profile.redact.compactMap { profile.columns.index($0) })
        days = Set(profile.days.compactMap { profile.columns.index($0) })
        times = Set(profile.times.compactMap { profile.columns.index($0) })
        lastReading = Array(repeating: nil, count: profile.columns.names.count)
        archive.reserveCapacity(found.size)
        try skipToRows()
    }

    /// Passes over titles and the header, which have been looked at.
    private mutating func skipToRows() throws(ReadFailure) {
        for _ in 0..<section.start.rows where try rows.next(&line) {
            mergedValues.advance(line, header, allowed: [])
        }
        titles = section.start.titles
        archiveHeader()
        mergeable = header.order.map(\.column).filter(profile.merged.contains)
    }

    private mutating func beginNextSection() throws -> Bool {
        guard let next = sections.popFirst() else { return false }
        section = next
        rows = try next.open()
        mergedValues = MergedValues(rows.merged)
        mayBeRagged = rows.mayBeRagged
        header = next.start.header
        above = next.start.above
        line = TableLine()
        try skipToRows()
        return true
    }

    mutating func next() throws -> DecodedItem? {
        repeat {
            while try rows.next(&line) {
                if !mergedValues.isEmpty { mergedValues.advance(line, header, allowed: profile.merged) }
                if isNoItem() { continue }
                if try turnsToOtherRows() { continue }
                return try countedItem()
            }
            noteGaps()
        } while try beginNextSection()
        return nil
    }

    /// Whether the row is no item but tells how those below it are to be read.
    private mutating func turnsToOtherRows() throws(ReadFailure) -> Bool {
        if let other = headerInside() {
            try turn(to: TableStart(other, rows: 0, titles))
            return true
        }
        guard let facts = titleInside() else { return false }
        titles.merge(facts)
        try turn(to: TableStart(header, rows: 0, titles))
        return true
    }

    private mutating func turn(to start: TableStart) throws(ReadFailure) {
        if let lack = start.lack(profile) {
            throw TableSections.wrongColumns(lack, start.header.names, profile, at: section.position(line.number))
        }
        noteGaps()
        header = start.header
        above = start.above
        archiveHeader()
        mergeable = header.order.map(\.column).filter(profile.merged.contains)
    }

    private mutating func countedItem() throws(ReadFailure) -> DecodedItem {
        let position = section.position(line.number)
        count += 1
        guard count <= limits.items else {
            throw ReadFailure(.tooLarge, at: position, "more than \(limits.items) rows", remedy: "split the table")
        }
        if let problem = raggedness() {
            archiveRagged()
            return DecodedItem(position: position, text: Array("{}".utf8), problem: problem)
        }
        return try item(position)
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
            add(cell, column, &text, &row)
        }
        for (column, value) in above {
            if !isFirst { archive.append(UInt8(ascii: ",")) }
            isFirst = false
            add(Array(value.utf8), column, &text, &row)
        }
        archive.append(0x0A)
        text.append(UInt8(ascii: "}"))
        guard text.count <= limits.itemBytes else {
            throw ReadFailure(
                .tooLarge, at: position, "a row of \(text.count) bytes",
                remedy: "look for a quote that is never closed")
        }
        if !mergeable.isEmpty { gaps.look(at: row, mergeable, position) }
        return DecodedItem(position: position, text: text, row: row, warnings: warnings())
    }

    /// What the file says about cells of the row that somebody reads.
    private func warnings() -> [RowProblem] {
        line.notes.compactMap { note in
            guard header.order.contains(where: { $0.cell == note.cell }) else { return nil }
            var problem = note.problem
            problem.column = header.names[note.cell]
            return problem
        }
    }

    private mutating func noteGaps() {
        for gap in gaps.likely {
            let problem = RowProblem(
                kind: "blank-below", severity: .warning, column: title(of: gap.column),
                reason: "empty in \(gap.count) rows under \(gap.filled) filled ones, and taken as empty; if these were "
                    + "merged cells, import the workbook (.xlsx) with its merged cells, or fill the column down")
            notes.append(SourceNote(position: gap.position, problem: problem))
        }
        gaps = TableGaps()
    }

    func title(of column: Int) -> String? {
        if let cell = header.cells[column] { return header.names[cell] }
        return above.contains { $0.column == column } ? profile.columns.names[column] : nil
    }

    // MARK: - Cells

    private mutating func add(_ cell: Int, _ column: Int, _ text: inout [UInt8], _ row: inout TableRow) {
        let isThere = cell < line.count && !line.cells[cell].range.isEmpty
        if !mergedValues.isEmpty, profile.merged.contains(column), !isThere || line.isBlank(cell),
            let value = mergedValues.value(cell, row: line.number)
        {
            return add(value, column, &text, &row)
        }
        guard !redacted.contains(column) else { return archive.append(contentsOf: JSONRedaction.mark.utf8) }
        guard isThere else { return }
        archiveCell(line.cells[cell])
        if !days.contains(column), !times.contains(column), isSimple(line.cells[cell].range) {
            put(line.bytes[line.cells[cell].range], column, &text, &row)
        } else {
            put(line.plain(cell), column, &text, &row)
        }
    }

    private mutating func add(_ value: [UInt8], _ column: Int, _ text: inout [UInt8], _ row: inout TableRow) {
        guard !redacted.contains(column) else { return archive.append(contentsOf: JSONRedaction.mark.utf8) }
        archiveValue(value)
        put(CellText.plain(value), column, &text, &row)
    }

    private mutating func put(
        _ plain: some Collection<UInt8>, _ column: Int, _ text: inout [UInt8], _ row: inout TableRow
    ) {
        guard !plain.isEmpty, !CellText.isNothing(plain) else { return }
        if text.count > 1 { text.append(UInt8(ascii: ",")) }
        text.append(contentsOf: keys[column])
        let start = text.count
        if days.contains(column) || times.contains(column) {
            text.append(contentsOf: reading(Array(plain), column))
        } else {
            JSONText.appendEscaped(plain, to: &text)
        }
        row.ranges[column] = start..<text.count
        row.filled |= 1 << UInt64(column)
        text.append(UInt8(ascii: "\""))
    }

    /// Printable ASCII without anything that spreadsheets, JSON or people add: to be taken as it is.
    private func isSimple(_ range: Range<Int>) -> Bool {
        line.bytes.withUnsafeBufferPointer { bytes in
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

    /// A time that cannot be read stays as it came; the check of what it is used for then says so.
    private mutating func reading(_ cell: [UInt8], _ column: Int) -> [UInt8] {
        if let last = lastReading[column], last.cell == cell { return last.text }
        let word = String(decoding: cell, as: UTF8.self)
        var text: [UInt8] = []
        if let read = days.contains(column) ? reader.day(word) : reader.time(word) {
            text = Array(read.utf8)
        } else {
            JSONText.appendEscaped(cell, to: &text)
        }
        lastReading[column] = (cell, text)
        return text
    }
}
