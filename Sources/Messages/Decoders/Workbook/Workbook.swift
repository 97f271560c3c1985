/// An Excel workbook (ISO/IEC 29500, "xlsx"): its sheets, and what their cells refer to.
final class Workbook {
    /// One table of the workbook.
    struct Sheet {
        var name: String
        var entry: ZipEntry
        /// Hidden by a person or a macro; what nobody sees is not what was sent.
        var isHidden: Bool
    }

    private let archive: ZipArchive
    private let limits: DecodingLimits
    /// In the order of their tabs.
    private(set) var sheets: [Sheet] = []
    private(set) var strings = SharedStrings()
    private(set) var styles = CellStyles()
    /// Days are counted from 1904, as old Macintosh editions did.
    private(set) var countsFrom1904 = false

    /// - Throws: `ReadFailure`, also for archives that are something else.
    init(_ body: [UInt8], limits: DecodingLimits) throws(ReadFailure) {
        archive = try ZipArchive(body)
        self.limits = limits
        let path = try mainPart()
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let relations = try PartRelation.read(scanner("\(folder)/_rels/\(file).rels"))
        try readSheets(path, folder, relations)
        try readShared(folder, relations)
    }

    func scanner(_ entry: ZipEntry) throws(ReadFailure) -> TagScanner {
        TagScanner(try InflatedPart(archive, entry, limits), name: entry.name)
    }

    /// The rows of a sheet from its first on.
    func rows(_ sheet: Sheet, merged: [MergedCells.Area]) throws(ReadFailure) -> SheetRows {
        try SheetRows(self, sheet, merged: merged)
    }

    /// The merged cells of a sheet; reads the whole part, and finds it damaged if it is.
    func merged(_ sheet: Sheet) throws(ReadFailure) -> [MergedCells.Area] {
        try MergedCells(InflatedPart(archive, sheet.entry, limits), name: sheet.entry.name).areas
    }

    private func scanner(_ name: String) throws(ReadFailure) -> TagScanner? {
        guard let entry = archive.entry(name) else { return nil }
        return try scanner(entry)
    }

    private func mainPart() throws(ReadFailure) -> String {
        let told = try PartRelation.read(scanner("_rels/.rels")).first { $0.kind == "officeDocument" }
        let path = told?.path(in: "") ?? "xl/workbook.xml"
        if path.hasSuffix(".bin") { throw Self.refused("a binary Excel workbook (.xlsb)") }
        guard archive.entry(path) != nil, !path.hasPrefix("word/"), !path.hasPrefix("ppt/") else {
            throw Self.refused(archive.entry("content.xml") == nil ? "no Excel workbook" : "an OpenDocument file")
        }
        return path
    }

    private static func refused(_ what: String) -> ReadFailure {
        ReadFailure(.unsupported, "this is \(what)", remedy: ZipArchive.remedy)
    }

    private func readSheets(_ path: String, _ folder: String, _ relations: [PartRelation]) throws(ReadFailure) {
        guard let scanner = try scanner(path) else { return }
        while true {
            switch try scanner.next() {
            case .open where scanner.isNamed("workbookPr"): countsFrom1904 = scanner.isTrue("date1904")
            case .open where scanner.isNamed("sheet"): try readSheet(scanner, folder, relations)
            case .end:
                guard !sheets.isEmpty else {
                    throw ReadFailure(
                        .shapeChanged, at: path, "the workbook has no sheet", remedy: "ask the sender for the table")
                }
                return
            default: break
            }
        }
    }

    private func readSheet(_ scanner: TagScanner, _ folder: String, _ relations: [PartRelation]) throws(ReadFailure) {
        let name = try scanner.textAttribute("name") ?? "?"
        let id = try scanner.textAttribute("id")
        let state = try scanner.textAttribute("state") ?? "visible"
        guard let relation = relations.first(where: { $0.id == id }) else {
            throw ZipArchive.damaged("nothing says where sheet \"\(name)\" stands")
        }
        // Charts and dialogs have sheets of their own, without cells.
        guard relation.kind == "worksheet" else { return }
        guard let entry = archive.entry(relation.path(in: folder)) else {
            throw ZipArchive.damaged("sheet \"\(name)\" is missing")
        }
        sheets.append(Sheet(name: name, entry: entry, isHidden: state != "visible"))
    }

    private func readShared(_ folder: String, _ relations: [PartRelation]) throws(ReadFailure) {
        let path = { (kind: String) in relations.first { $0.kind == kind }?.path(in: folder) }
        if let path = path("sharedStrings"), let scanner = try scanner(path) { strings = try SharedStrings(scanner) }
        if let path = path("styles"), let scanner = try scanner(path) { styles = try CellStyles(scanner) }
    }
}
