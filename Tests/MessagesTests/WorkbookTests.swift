import Messages
import TestSupport
import Testing
import Tracking

/// What only a workbook has: sheets, merged cells, numbers that are dates, formulas.
struct WorkbookTests {
    private typealias Cell = SampleWorkbook.Cell

    private static let header: [SampleWorkbook.Cell] = ["运单号", "大包号", "箱号", "车次", "发车日期", "毛重(KG)"]

    private static func row(_ number: Int, _ rest: [SampleWorkbook.Cell]) -> [SampleWorkbook.Cell] {
        [.text("YT241580000000000\(number)")] + rest
    }

    private static let clean: [[SampleWorkbook.Cell]] = [
        header,
        row(1, ["B1", "MRKU9465770", "X8157", "2026-11-20", "0.42"]),
        row(2, ["B1", "MRKU9465770", "X8157", "2026-11-20", "1.5"]),
        row(3, ["B2", "FESU5332167", "X8157", "2026-11-20", "12.25"]),
    ]

    private func read(_ workbook: SampleWorkbook, _ profile: String = "manifest") throws -> Reading {
        try Reading.of(workbook.bytes, try builtIn(profile))
    }

    private func says(_ left: SampleWorkbook, _ right: SampleWorkbook = SampleWorkbook(clean)) throws -> Bool {
        let profile = try builtIn("manifest")
        return try Said(left.bytes, profile) == Said(right.bytes, profile)
    }

    @Test func fillsMergedCellsInTheColumnsOfWhatHoldsForManyRows() throws {
        let merged = SampleWorkbook(
            [
                Self.header, Self.row(1, ["B1", "MRKU9465770", "X8157", "2026-11-20", "0.42"]),
                Self.row(2, [.empty, .empty, .empty, .empty, "1.5"]),
                Self.row(3, ["B2", "FESU5332167", .empty, .empty, "12.25"]),
            ], merged: ["B2:B3", "C2:C3", "D2:D4", "E2:E4"])
        #expect(try says(merged))
        var bare = merged
        bare.sheets[0].merged = []
        let reading = try read(bare)
        #expect(reading.links.count < (try read(merged)).links.count)
        #expect(reading.summary.notes.map(\.problem.kind).contains("blank-below"))
    }

    @Test func neverFillsAParcelOrAWeightNorOneColumnFromAnother() throws {
        let reading = try read(
            SampleWorkbook(
                [
                    Self.header, Self.row(1, ["B1", "MRKU9465770", .empty, .empty, "0.42"]),
                    [.empty, .empty, "MRKU9465770", .empty, .empty, .empty],
                    Self.row(3, ["B9", .empty, .empty, .empty, .empty]),
                ], merged: ["A2:A3", "F2:F4", "B4:C4"]))
        #expect(reading.facts.map(\.value) == ["0.42"])
        #expect(reading.links.filter { $0.child.kind == .parcel }.count == 2)
        #expect(!reading.links.contains { $0.child.code == "B9" })
    }

    @Test(arguments: [
        (false, Cell.styled("46346", style: 1)), (false, .styled("46346.0", style: 3)), (false, .number("46346")),
        (false, .styled("46346.622222222", style: 2)), (true, .styled("44884", style: 1)),
        (false, .formula("TODAY()-3", "46346")), (false, .textFormula("TEXT(A1,\"yyyy\")", "2026/11/20")),
        (false, .rich(["2026年", "11月20日"])), (false, .inline("20261120")),
    ])
    private func readsDatesHoweverTheyAreKept(since1904: Bool, cell: Cell) throws {
        var rows = Self.clean
        for index in 1...3 { rows[index][4] = cell }
        var workbook = SampleWorkbook(rows)
        workbook.countsFrom1904 = since1904
        #expect(try says(workbook))
    }

    @Test func keepsTheClockOfASerialAndTheDayOfAWholeOne() throws {
        let reading = try read(
            SampleWorkbook([
                ["箱号", "位置", "状态", "时间"],
                ["MRKU9465770", "阿拉山口", "到达", .styled("46346.622222222219", style: 2)],
                ["FESU5332167", "阿拉山口", "到达", .styled("46346", style: 2)],
            ]), "positions")
        #expect(reading.events.map(\.time.iso8601) == ["2026-11-20T14:56:00+08:00", "2026-11-20"])
        #expect(reading.events.map(\.time.precision) == [.minute, .day])
    }

    @Test(arguments: [
        (Cell.number("12345678901"), "12345678901"), (.number("1.2345678901E10"), "12345678901"),
        (.styled("12345", style: 4), "00012345"), (.number("123456789012345"), "123456789012345"),
        (.bool(true), "TRUE"), (.text("A&B <c>"), "A&B <C>"), (.text("A_x000D_B"), "A B"),
    ])
    private func showsNumbersAsPeopleSeeThem(cell: Cell, code: String) throws {
        let reading = try read(SampleWorkbook([["运单号", "大包号"], [cell, "B1"]]))
        #expect(reading.links.map(\.child.code) == [code])
    }

    @Test(arguments: ["0.42", "0.41999999999999998", "0.42000000000000004", "4.2E-1"])
    func roundsWhatABinaryNumberAdds(stored: String) throws {
        let reading = try read(SampleWorkbook([["运单号", "大包号", "毛重"], ["P1", "B1", .number(stored)]]))
        #expect(reading.facts.map(\.value) == ["0.42"])
    }

    @Test(arguments: ["12345678901234567890", "1.2345678901234567E+19", "1234567890123450", "1.2E+19"])
    func rejectsANumberWhoseDigitsAreLost(stored: String) throws {
        let reading = try read(SampleWorkbook([["运单号", "大包号"], [.number(stored), "B1"], ["P2", "B1"]]))
        #expect(reading.rejections.count == 1)
        #expect(reading.rejections.first?.column == "运单号")
        #expect(reading.rejections.first?.reason.contains("a spreadsheet turned this number into") == true)
        #expect(reading.links.map(\.child.code) == ["P2"])
    }

    @Test func takesAFormulasResultAndTellsOfOneThatHasNone() throws {
        let reading = try read(
            SampleWorkbook([
                ["运单号", "大包号", "毛重", "备注"],
                [.textFormula("VLOOKUP(A1)", "P1"), "B1", .formula("0.4+0.02", "0.42"), .formula("NOW()", nil)],
                ["P2", "B1", .formula("1+1", nil), .empty], ["P3", .error("#N/A"), "1", .empty],
                ["P4", .textFormula("IF(A1,\"\",\"\")", ""), "2", .empty],
            ]))
        #expect(reading.facts.map(\.value) == ["0.42", "1", "2"])
        #expect(reading.links.map(\.child.code) == ["P1", "P2"])
        #expect(reading.problems.map(\.kind) == ["formula-without-value", "formula-error"])
        #expect(reading.problems.map(\.column) == ["毛重", "大包号"])
    }

    @Test func readsEverySheetByItsOwnHeaderAndTellsWhichItLeftOut() throws {
        var workbook = SampleWorkbook([
            .init("说明", [["本表为最终版"], ["请核对"]]),
            .init("一", [["柜号: MRKU9465770"], ["运单号", "大包号"], ["P1", "B1"]]),
            .init("二", [["大包号", "毛重", "运单号", "箱号"], ["B2", "1.5", "P2", "FESU5332167"]]),
            .init("数据", [["运单号", "大包号"], ["P9", "B9"]], state: "hidden"),
            .init("空", []),
        ])
        let reading = try read(workbook)
        #expect(reading.items.map(\.position) == ["sheet \"一\" row 3", "sheet \"二\" row 2"])
        #expect(
            reading.links.map { "\($0.child.code) in \($0.parent.code)" } == [
                "P1 in B1", "B1 in MRKU9465770", "P2 in B2", "B2 in FESU5332167",
            ])
        #expect(reading.summary.notes.map(\.problem.kind) == ["skipped-sheet", "hidden-sheet", "skipped-sheet"])
        #expect(reading.summary.notes.map(\.problem.value) == ["说明", "数据", "空"])
        let again = try Reading.of(reading.summary.archive, try builtIn("manifest"))
        #expect(again.links == reading.links && again.facts == reading.facts)
        #expect(again.summary.archive == reading.summary.archive)
        workbook.sheets.removeSubrange(1...2)
        #expect(Reading.failure(workbook.bytes, try builtIn("manifest")) == .shapeChanged)
    }

    @Test func isRecognisedWhateverItIsCalled() throws {
        let library = try ProfileLibrary()
        #expect(library.recognise(body: SampleWorkbook(Self.clean).bytes, fileName: "a.xls")?.name == "manifest")
        let wide = SampleWorkbook([["箱号", "到口岸", "换装"], ["MRKU9465770", "11/20", "11/21"]])
        #expect(library.recognise(body: wide.bytes, fileName: nil)?.name == "positions")
    }

    @Test(arguments: ["csv", "xlsx", "table"]) func readsWorkbooksByAProfileThatSaysAnyOfThese(word: String) throws {
        let profile = try Profile(
            yaml: """
                name: mine
                title: mine
                reads: \(word)
                columns: { box: [箱号], weight: [毛重] }
                facts: SELECT 'container' AS kind, :box AS code, 'weight_kg' AS name, :weight AS value
                """, file: "mine")
        let book = SampleWorkbook([["箱号", "毛重"], ["MRKU9465770", .number("3")]])
        #expect(try Reading.of(book.bytes, profile).facts.map(\.value) == ["3"])
        #expect(try Reading.of("箱号,毛重\nMRKU9465770,3\n", profile).facts.map(\.value) == ["3"])
    }
}
