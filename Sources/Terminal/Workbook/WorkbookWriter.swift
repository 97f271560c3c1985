/// Writes a workbook (XLSX) of one or more tables, in memory that does not grow with the rows.
///
/// Tables are written one after the other, each to its end. The file takes its place when all is written; until then,
/// and if that never comes, a file of that name stays as it was.
public final class WorkbookWriter {
    private let path: String
    private let zip: ZipWriter
    private var names: [String] = []

    /// - Throws: `CommandFailure` when there is no writing at that place.
    public init(path: String) throws {
        self.path = path
        zip = try Self.explained(path) { try ZipWriter(ReplacingFile(path: path)) }
    }

    /// Begins a table; end it with `finish()` before the next.
    ///
    /// - Parameter name: of the sheet; what a sheet's name may not hold is left out.
    public func sheet(named name: String, _ columns: [TableColumn]) throws -> any TableOutput {
        SheetOutput(self, name: name, columns)
    }

    /// Puts the workbook where it belongs.
    ///
    /// - Throws: `CommandFailure` when it cannot be written.
    public func finish() throws {
        try explained {
            try zip.add("[Content_Types].xml", WorkbookParts.contentTypes(sheets: names.count))
            try zip.add("_rels/.rels", WorkbookParts.relationships)
            try zip.add("xl/workbook.xml", WorkbookParts.workbook(sheets: names))
            try zip.add("xl/_rels/workbook.xml.rels", WorkbookParts.workbookRelationships(sheets: names.count))
            try zip.add("xl/styles.xml", WorkbookParts.styles)
            try zip.finish()
        }
    }

    func beginSheet(_ name: String) throws {
        names.append(unused(name))
        try zip.begin("xl/worksheets/sheet\(names.count).xml")
    }

    func add(_ bytes: [UInt8]) throws { try zip.add(bytes) }

    func endSheet() throws { try zip.end() }

    /// At most 31 characters, none of `[]:*?/\`, and no name twice.
    private func unused(_ name: String) -> String {
        let plain = String(SafeText.show(name).filter { !"[]:*?/\\'".contains($0) }.prefix(28))
        let base = plain.isEmpty ? "table" : plain
        var candidate = base
        var number = 2
        while names.contains(where: { $0.lowercased() == candidate.lowercased() }) {
            candidate = "\(base) \(number)"
            number += 1
        }
        return candidate
    }

    /// Runs `work` and tells a failure in the words of a command.
    func explained<Result>(_ work: () throws -> Result) throws -> Result {
        try Self.explained(path, work)
    }

    private static func explained<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let failure as WorkbookFailure {
            throw CommandFailure(
                "cannot write the workbook", on: path, why: failure.reason,
                try: "name a file in a folder that you may write to", kind: "workbook-failed", status: .notAllowed)
        }
    }
}
