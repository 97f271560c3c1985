/// Writes Excel workbooks as people's programs write them, and worse.
public struct SampleWorkbook: Sendable {
    /// What a cell holds.
    public enum Cell: Sendable, ExpressibleByStringLiteral {
        case empty
        /// In the shared strings.
        case text(String)
        /// In runs of several fonts, with a phonetic hint beside them.
        case rich([String])
        case inline(String)
        /// As it stands in the file.
        case number(String)
        case styled(String, style: Int)
        case formula(String, String?)
        case textFormula(String, String)
        case bool(Bool)
        case error(String)

        public init(stringLiteral value: String) { self = value.isEmpty ? .empty : .text(value) }

        public init(_ text: String) { self = text.isEmpty ? .empty : .text(text) }
    }

    public struct Sheet: Sendable {
        public var name: String
        public var rows: [[Cell]]
        public var merged: [String] = []
        public var state: String?

        public init(_ name: String, _ rows: [[Cell]], merged: [String] = [], state: String? = nil) {
            self.name = name
            self.rows = rows
            self.merged = merged
            self.state = state
        }
    }

    /// Formats by style: none, a date, a date and time, Chinese date, eight digits, text with a date's letters quoted.
    public static let formats = [
        "", "yyyy\\-mm\\-dd", "yyyy/m/d\\ h:mm", "yyyy\"年\"m\"月\"d\"日\";@", "00000000", "0.00\" days\"",
    ]

    public var sheets: [Sheet]
    public var countsFrom1904 = false

    public init(_ sheets: [Sheet]) {
        self.sheets = sheets
    }

    public init(_ rows: [[Cell]], merged: [String] = []) {
        sheets = [Sheet("Sheet1", rows, merged: merged)]
    }

    public var bytes: [UInt8] { ZipFile(parts).bytes }

    public var parts: [ZipFile.Part] {
        var strings: [String] = []
        var parts: [ZipFile.Part] = [
            .init("[Content_Types].xml", "<Types/>"),
            .init("_rels/.rels", Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])),
            .init("xl/workbook.xml", workbook),
        ]
        var relations = [("s", "sharedStrings", "sharedStrings.xml"), ("t", "styles", "/xl/styles.xml")]
        for (index, sheet) in sheets.enumerated() {
            var part = ZipFile.Part(
                "xl/worksheets/sheet\(index + 1).xml",
                Deflate.stored(Array(Self.xml(of: sheet, &strings).utf8)))
            let plain = Array(Self.xml(of: sheet, &strings).utf8)
            part.method = 8
            part.size = UInt32(plain.count)
            part.checksum = Checksum.crc32(plain)
            parts.append(part)
            relations.append(("rId\(index + 1)", "worksheet", "worksheets/sheet\(index + 1).xml"))
        }
        parts.append(.init("xl/_rels/workbook.xml.rels", Self.relations(relations)))
        let items = strings.map { "<si>\($0)</si>" }.joined()
        parts.append(.init("xl/sharedStrings.xml", "<?xml version=\"1.0\"?><sst>\(items)</sst>"))
        parts.append(.init("xl/styles.xml", Self.styles))
        return parts
    }

    private var workbook: String {
        let list = sheets.enumerated().map { index, sheet in
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            return
                "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 7)\"\(state) r:id=\"rId\(index + 1)\"/>"
        }
        let system = countsFrom1904 ? "<workbookPr date1904=\"1\"/>" : ""
        return "<?xml version=\"1.0\"?><workbook xmlns:r=\"r\">\(system)<sheets>\(list.joined())</sheets></workbook>"
    }

    private static func relations(_ list: [(String, String, String)]) -> String {
        let items = list.map {
            "<Relationship Id=\"\($0.0)\" Target=\"\($0.2)\" Type=\"http://schemas.example/relationships/\($0.1)\"/>"
        }
        return "<?xml version=\"1.0\"?>\n<Relationships>\(items.joined())</Relationships>"
    }

    private static var styles: String {
        let codes = formats.enumerated().dropFirst().map {
            "<numFmt numFmtId=\"\(164 + $0.offset)\" formatCode=\"\(escaped($0.element))\"/>"
        }
        let styles = formats.indices.map { "<xf numFmtId=\"\($0 == 0 ? 0 : 164 + $0)\"/>" }
        return "<styleSheet><numFmts>\(codes.joined())</numFmts><cellXfs>\(styles.joined())</cellXfs></styleSheet>"
    }

    private static func xml(of sheet: Sheet, _ strings: inout [String]) -> String {
        var rows = ""
        for (index, row) in sheet.rows.enumerated() {
            let cells = row.enumerated().map { xml(of: $0.element, at: name($0.offset) + "\(index + 1)", &strings) }
            rows += "<row r=\"\(index + 1)\">\(cells.joined())</row>"
        }
        let merged = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        let list = merged.isEmpty ? "" : "<mergeCells count=\"\(sheet.merged.count)\">\(merged)</mergeCells>"
        return "<?xml version=\"1.0\"?><worksheet><sheetData>\(rows)</sheetData>\(list)</worksheet>"
    }

    private static func xml(of cell: Cell, at place: String, _ strings: inout [String]) -> String {
        let start = "<c r=\"\(place)\""
        switch cell {
        case .empty: return start + " s=\"0\"/>"
        case .text(let text): return start + shared("<t xml:space=\"preserve\">\(escaped(text))</t>", &strings)
        case .rich(let runs):
            let text = runs.map { "<r><rPr><b/></rPr><t>\(escaped($0))</t></r>" }.joined()
            return start + shared(text + "<rPh sb=\"0\" eb=\"1\"><t>no part of it</t></rPh>", &strings)
        case .inline(let text): return start + " t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
        case .number(let text): return start + "><v>\(text)</v></c>"
        case .styled(let text, let style): return start + " s=\"\(style)\"><v>\(text)</v></c>"
        case .formula(let formula, let value):
            return start + "><f>\(escaped(formula))</f>\(value.map { "<v>\($0)</v>" } ?? "")</c>"
        case .textFormula(let formula, let value):
            return start + " t=\"str\"><f>\(escaped(formula))</f><v>\(escaped(value))</v></c>"
        case .bool(let value): return start + " t=\"b\"><v>\(value ? 1 : 0)</v></c>"
        case .error(let word): return start + " t=\"e\"><f>A1</f><v>\(escaped(word))</v></c>"
        }
    }

    private static func shared(_ item: String, _ strings: inout [String]) -> String {
        let index = strings.firstIndex(of: item) ?? strings.count
        if index == strings.count { strings.append(item) }
        return " t=\"s\"><v>\(index)</v></c>"
    }

    /// `AA` for the column 26.
    public static func name(_ column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? last : name(column / 26 - 1) + last
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
