import Foundation
import TestSupport
import Testing
import Tracking

@testable import Terminal

/// Workbooks that keep what a spreadsheet would ruin.
struct WorkbookTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("list.xlsx")
    }

    private func write(_ rows: [[TableCell]], _ columns: [TableColumn] = ["code", "b", "c"]) throws -> ReadWorkbook {
        let workbook = try WorkbookWriter(path: path)
        let sheet = try workbook.sheet(named: "list", columns)
        for row in rows { try sheet.append(row) }
        try sheet.finish()
        try workbook.finish()
        return try ReadWorkbook(path: path)
    }

    @Test(arguments: [
        "00340434161094000001", "340434161094000001234", "1.2E+19", "=1+1", "-3.5", "@x", "a<b>&\"c\"", "乌鲁木齐", "  x  ",
        "0001", "Урумчи", "&amp;", "]]>", "2026-11-20",
    ])
    func aCodeIsTextToTheLastDigit(code: String) throws {
        let cell = try write([[.text(code)]]).rows()[1]["A"]
        #expect(cell == .init(isText: true, format: 1, text: code))
    }

    @Test func numbersAreNumbersAndThoseTooLongForASpreadsheetAreText() throws {
        let row = try write([[.integer(42), .decimal(1.5, digits: 2), .integer(1_234_567_890_123_456_789)]]).rows()[1]
        #expect(row["A"] == .init(isText: false, format: 0, text: "42"))
        #expect(row["B"] == .init(isText: false, format: 0, text: "1.50"))
        #expect(row["C"] == .init(isText: true, format: 1, text: "1234567890123456789"))
    }

    @Test func aTimeIsADateByTheClockItCarriesAndADayHasNoClock() throws {
        // 2026-11-20 14:56 +08:00: day 46346 and 14 h 56 min.
        let instant = Instant(seconds: 1_795_157_760)
        let row = try write([
            [
                .time(EventTime(instant, offsetMinutes: 480, precision: .minute)),
                .time(EventTime(instant, offsetMinutes: 480, precision: .day)), .none,
            ]
        ]).rows()[1]
        let serial = try #require(row["A"].flatMap { Double($0.text) })
        #expect(abs(serial - (46_346 + 896.0 / 1440)) < 1e-9)
        #expect(row["A"]?.format == 2 && row["A"]?.isText == false)
        #expect(row["B"] == .init(isText: false, format: 3, text: "46346"))
        #expect(row["C"] == nil)
    }

    @Test func hostileTextIsMadeVisible() throws {
        let cell = try write([[.text("a\u{1B}[31m\u{202E}\0\u{FFFF}b")]]).rows()[1]["A"]
        let text = try #require(cell?.text)
        #expect(!text.unicodeScalars.contains { SafeText.isHostile($0) || $0 == "\u{FFFF}" })
    }

    @Test func titlesStayInSightAndCanBeFiltered() throws {
        let workbook = try write((0..<1200).map { [.text("row \($0)"), .integer($0)] })
        let sheet = try #require(workbook.archive.text("xl/worksheets/sheet1.xml"))
        #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:C1201\"/>"))
        #expect(workbook.rows().count == 1201)
        #expect(workbook.rows().last?["B"]?.text == "1199")
        #expect(workbook.rows()[0]["A"] == .init(isText: true, format: 4, text: "code"))
    }

    @Test func severalTablesAreSeveralSheetsWithNamesOfTheirOwn() throws {
        let workbook = try WorkbookWriter(path: path)
        for name in ["a/b", "A:B", String(repeating: "x", count: 60)] {
            let sheet = try workbook.sheet(named: name, ["x"])
            try sheet.append([.text(name)])
            try sheet.finish()
        }
        try workbook.finish()
        let read = try ReadWorkbook(path: path)
        #expect(read.sheets == ["ab", "AB 2", String(repeating: "x", count: 28)])
        #expect(read.rows(sheet: 3)[1]["A"]?.text == String(repeating: "x", count: 60))
    }

    @Test func anEmptyTableHasItsTitles() throws {
        #expect(try write([]).rows().map { $0.mapValues(\.text) } == [["A": "code", "B": "b", "C": "c"]])
    }

    @Test func theFileBeforeStaysUntilTheNewOneIsWhole() throws {
        try Data("before".utf8).write(to: URL(fileURLWithPath: path))
        do {
            let workbook = try WorkbookWriter(path: path)
            let sheet = try workbook.sheet(named: "list", ["x"])
            for row in 0..<5000 { try sheet.append([.integer(row)]) }
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "before")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(".")) == ["list.xlsx"])
        #expect(try write([["new"]]).rows().count == 2)
    }

    @Test func whatIsNoFileIsNotReplaced() throws {
        for path in [folder.path("."), "/dev/null", folder.path("nowhere/list.xlsx")] {
            #expect(throws: CommandFailure.self) { try WorkbookWriter(path: path) }
        }
    }

    @Test func aLinkedFileIsReplacedAndTheLinkStays() throws {
        let link = folder.path("link.xlsx")
        try Data().write(to: URL(fileURLWithPath: path))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        let workbook = try WorkbookWriter(path: link)
        let sheet = try workbook.sheet(named: "list", ["x"])
        try sheet.finish()
        try workbook.finish()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
        #expect(try ReadWorkbook(path: path).sheets == ["list"])
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func columnsHaveLetters(index: Int, letters: String) {
        #expect(SheetText.column(index) == letters)
    }
}
