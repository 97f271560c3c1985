internal import Tracking

/// Finds the tables of a message: one in a text, one in each sheet of a workbook that has a header.
struct TableSections {
    /// Never empty.
    private(set) var sections: [TableSection] = []
    private(set) var notes: [SourceNote] = []
    /// About how many bytes the tables have.
    private(set) var size = 0

    static func find(_ body: [UInt8], _ profile: Profile, _ limits: DecodingLimits) throws(ReadFailure) -> TableSections
    {
        var found = TableSections()
        if ZipArchive.looksLikeOne(body) {
            try found.look(in: Workbook(body, limits: limits), profile)
            // A sheet shrinks to a fifth or less. Room that is not needed is never taken from the system.
            found.size = min(3 * body.count, 64 << 20)
        } else {
            try found.look(in: body, profile)
        }
        return found
    }

    // MARK: - Text

    private mutating func look(in body: [UInt8], _ profile: Profile) throws(ReadFailure) {
        try ForeignFile.refuse(body)
        let text = try TextDecoding.plainUTF8(body)
        guard !text.allSatisfy(JSONText.isSpace) else {
            throw ReadFailure(.empty, "there is no text", remedy: "look where the file comes from")
        }
        guard let (start, separator) = TableStart.find(in: text, profile) else {
            let first = String(decoding: text.prefix(200).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
            throw Self.wrongColumns(Self.noHeader(profile), [first], profile)
        }
        if let lack = start.lack(profile) { throw Self.wrongColumns(lack, start.header.names, profile) }
        size = text.count
        sections = [TableSection(start: start) { TextRows(text, separator: separator) }]
    }

    // MARK: - Workbooks

    private mutating func look(in workbook: Workbook, _ profile: Profile) throws(ReadFailure) {
        var lookedAt: [String] = []
        for sheet in workbook.sheets {
            if sheet.isHidden {
                note("hidden-sheet", sheet, "the sheet is hidden and was not read; show it if it belongs to the table")
                lookedAt.append("\"\(sheet.name)\": hidden")
                continue
            }
            if let lack = try look(at: sheet, of: workbook, profile) {
                note("skipped-sheet", sheet, "the sheet was not read: \(lack)")
                lookedAt.append("\"\(sheet.name)\": \(lack)")
            }
        }
        guard sections.isEmpty else { return }
        throw ReadFailure(
            .shapeChanged, at: "workbook",
            "no sheet is a table that profile \(profile.name) knows; \(lookedAt.joined(separator: "; "))",
            remedy: "add the table's own names under `columns` in a copy of profile \(profile.name)")
    }

    /// Why the sheet is no table of the profile; nil if it is one.
    private mutating func look(at sheet: Workbook.Sheet, of workbook: Workbook, _ profile: Profile)
        throws(ReadFailure) -> String?
    {
        let merged = try workbook.merged(sheet)
        let (rows, failure) = TableStart.firstRows(try workbook.rows(sheet, merged: []))
        if let failure { throw failure }
        guard !rows.isEmpty else { return "it is empty" }
        guard let start = TableStart(rows, profile) else { return Self.noHeader(profile) }
        if let lack = start.lack(profile) { return lack }
        sections.append(
            TableSection(sheet: sheet.name, start: start) { try workbook.rows(sheet, merged: merged) })
        return nil
    }

    private mutating func note(_ kind: String, _ sheet: Workbook.Sheet, _ reason: String) {
        let problem = RowProblem(kind: kind, severity: .warning, value: sheet.name, reason: reason)
        notes.append(SourceNote(position: "sheet \"\(sheet.name)\"", problem: problem))
    }

    // MARK: - Failures

    private static func noHeader(_ profile: Profile) -> String {
        "none of the first \(TableStart.rowsLookedAt) rows is a header that profile \(profile.name) knows"
    }

    static func wrongColumns(_ reason: String, _ names: [String], _ profile: Profile, at position: String = "header")
        -> ReadFailure
    {
        let found = names.filter { !$0.isEmpty }.joined(separator: " | ")
        return ReadFailure(
            .shapeChanged, at: position, "\(reason); found: \(found)",
            remedy: "add the table's own names under `columns` in a copy of profile \(profile.name)")
    }
}
