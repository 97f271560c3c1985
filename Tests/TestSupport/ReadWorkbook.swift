import Foundation

/// What stands in a workbook that we wrote, cell by cell.
public struct ReadWorkbook {
    /// A cell: what kind it says it is, its format, and its text.
    public struct Cell: Equatable, Sendable {
        public var isText: Bool
        public var format: Int
        public var text: String

        public init(isText: Bool, format: Int, text: String) {
            (self.isText, self.format, self.text) = (isText, format, text)
        }
    }

    public let archive: ZipArchive
    public private(set) var sheets: [String] = []

    public init(path: String) throws {
        archive = try ZipArchive(path: path)
        let workbook = archive.text("xl/workbook.xml") ?? ""
        sheets = workbook.components(separatedBy: "<sheet name=\"").dropFirst().map {
            Self.plain(String($0.prefix { $0 != "\"" }))
        }
    }

    /// The rows of a sheet, the titles first; by column letter.
    public func rows(sheet number: Int = 1) -> [[String: Cell]] {
        let xml = archive.text("xl/worksheets/sheet\(number).xml") ?? ""
        return xml.components(separatedBy: "<row ").dropFirst().map { row in
            let cells = row.components(separatedBy: "<c ").dropFirst().map { Self.cell($0) }
            return Dictionary(cells, uniquingKeysWith: { _, last in last })
        }
    }

    private static func cell(_ xml: String) -> (String, Cell) {
        let head = String(xml.prefix { $0 != ">" })
        let reference = between(head, "r=\"", "\"") ?? ""
        let value = between(xml, "<v>", "</v>") ?? between(xml, "<t xml:space=\"preserve\">", "</t>") ?? ""
        return (
            String(reference.prefix { $0.isLetter }),
            Cell(
                isText: head.contains("t=\"inlineStr\""), format: between(head, "s=\"", "\"").flatMap { Int($0) } ?? 0,
                text: plain(value))
        )
    }

    private static func between(_ text: String, _ start: String, _ end: String) -> String? {
        guard let from = text.range(of: start), let to = text.range(of: end, range: from.upperBound..<text.endIndex)
        else { return nil }
        return String(text[from.upperBound..<to.lowerBound])
    }

    private static func plain(_ xml: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
            .reduce(xml) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
