/// The fixed parts of a workbook (ECMA-376, SpreadsheetML).
enum WorkbookParts {
    /// Numbers of the cell formats in ``styles``.
    enum Format {
        static let text = 1
        static let moment = 2
        static let day = 3
        static let title = 4
    }

    private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    static let relationships = """
        \(declaration)<Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """

    /// Text (49), a moment, a day, a bold title.
    static let styles = """
        \(declaration)<styleSheet xmlns="\(main)"><numFmts count="2">\
        <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>\
        </numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
        </fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """

    static func contentTypes(sheets: Int) -> String {
        let parts = (1...max(1, sheets)).map {
            #"<Override PartName="/xl/worksheets/sheet\#($0).xml" ContentType="\#(kinds).worksheet+xml"/>"#
        }
        return """
            \(declaration)<Types xmlns="\(package)/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(kinds).sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(kinds).styles+xml"/>\(parts.joined())</Types>
            """
    }

    static func workbook(sheets names: [String]) -> String {
        let sheets = names.enumerated().map { index, name in
            #"<sheet name="\#(SheetText.escaped(name))" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"/>"#
        }
        return """
            \(declaration)<workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets>\(sheets.joined())</sheets></workbook>
            """
    }

    static func workbookRelationships(sheets: Int) -> String {
        var parts = (1...max(1, sheets)).map {
            #"<Relationship Id="rId\#($0)" Type="\#(relations)/worksheet" Target="worksheets/sheet\#($0).xml"/>"#
        }
        parts.append(#"<Relationship Id="rId\#(sheets + 1)" Type="\#(relations)/styles" Target="styles.xml"/>"#)
        return #"\#(declaration)<Relationships xmlns="\#(package)/relationships">\#(parts.joined())</Relationships>"#
    }

    /// What stands before the rows of a sheet: the titles stay in sight, and columns are as wide as their values.
    static func sheetHead(widths: [Int]) -> String {
        let columns = widths.enumerated().map { index, width in
            #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(min(max(width, 4), 60) + 2)" customWidth="1"/>"#
        }
        return """
            \(declaration)<worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0">\
            <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <cols>\(columns.joined())</cols><sheetData>
            """
    }

    static func sheetTail(columns: Int, rows: Int) -> String {
        #"</sheetData><autoFilter ref="A1:\#(SheetText.column(max(0, columns - 1)))\#(rows)"/></worksheet>"#
    }
}
