import Messages
import TestSupport
import Testing
import Tracking

/// Workbooks that somebody made to do harm, or that broke on the way: a clear failure, never a crash.
struct HostileWorkbookTests {
    private static let rows: [[SampleWorkbook.Cell]] = [
        ["运单号", "大包号", "箱号"], ["P1", "B1", "MRKU9465770"], ["P2", "B1", .number("7")],
    ]

    private func failure(_ parts: [ZipFile.Part], shift: UInt32 = 0) throws -> ReadFailure? {
        var file = ZipFile(parts)
        file.shift = shift
        return try failure(file.bytes)
    }

    private func failure(_ body: [UInt8]) throws -> ReadFailure? {
        do {
            _ = try Reading.of(body, try builtIn("manifest"))
            return nil
        } catch let failure as ReadFailure {
            #expect(!failure.remedy.isEmpty)
            return failure
        }
    }

    /// The parts of a good workbook, with another sheet.
    private func parts(sheet: String) -> [ZipFile.Part] {
        var parts = SampleWorkbook(Self.rows).parts
        let index = parts.firstIndex { $0.name.hasSuffix("sheet1.xml") } ?? 0
        parts[index] = ZipFile.Part(parts[index].name, sheet)
        return parts
    }

    private func sheet(_ rows: String) -> [ZipFile.Part] {
        parts(sheet: "<worksheet><sheetData>\(rows)</sheetData></worksheet>")
    }

    @Test func stopsABombLongBeforeItGoesOff() throws {
        // Four hundred million letters in two and a half million bytes.
        let start = "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>A"
        var part = ZipFile.Part("xl/worksheets/sheet1.xml", Deflate.repeating(start, times: 1_600_000))
        part.method = 8
        part.size = 0xFFFF_FFF0
        var parts = SampleWorkbook(Self.rows).parts.filter { $0.name != part.name }
        parts.append(part)
        #expect(try failure(parts)?.kind == .tooLarge)
        #expect(try ProfileLibrary().refusal(of: ZipFile(parts).bytes)?.kind == .tooLarge)
    }

    @Test func neverBelievesADeclaredSize() throws {
        var parts = SampleWorkbook(Self.rows).parts
        let index = try #require(parts.firstIndex { $0.name.hasSuffix("sheet1.xml") })
        parts[index].size = 1 << 30
        #expect(try failure(parts)?.kind == .malformed)
        parts[index].size = 1
        #expect(try failure(parts)?.kind == .malformed)
    }

    @Test func refusesPartsThatLieOverOneAnotherOrShareAName() throws {
        let good = SampleWorkbook(Self.rows).parts
        #expect(try failure(good + [good[3]])?.kind == .malformed)
        #expect(try failure(good, shift: 0xFFFF_FF00)?.kind == .malformed)
        #expect(try failure(good, shift: 4)?.kind == .malformed)
    }

    @Test func refusesADamagedOrLockedPart() throws {
        var parts = SampleWorkbook(Self.rows).parts
        parts[3].checksum ^= 1
        #expect(try failure(parts)?.kind == .malformed)
        parts = SampleWorkbook(Self.rows).parts
        parts[3].bytes = Array(parts[3].bytes.dropLast(9))
        #expect(try failure(parts)?.kind == .truncated)
        parts = SampleWorkbook(Self.rows).parts
        for index in parts.indices { parts[index].flags = 1 }
        #expect(try failure(parts)?.kind == .unsupported)
        parts = SampleWorkbook(Self.rows).parts
        parts[3].method = 12
        #expect(try failure(parts)?.kind == .unsupported)
    }

    @Test func neverCrashesOnACutOrDamagedWorkbook() throws {
        let body = SampleWorkbook(Self.rows).bytes
        for count in stride(from: 0, to: body.count, by: 7) {
            #expect(try failure(Array(body.prefix(count))) != nil, "\(count) bytes")
        }
        var generator = SeededGenerator(state: 5)
        for _ in 0..<600 {
            var damaged = body
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                damaged[Int.random(in: 0..<damaged.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            _ = try failure(damaged)
        }
    }

    @Test(arguments: [
        "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1\"><c r=\"ZZZZ999999999\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"9999999\"/>", "<row r=\"1\"><c r=\"A2\"/></row>",
        "<row r=\"1\"><c r=\"XFE1\"/></row>", "<row><c t=\"s\"><v>99</v></c></row>",
        "<row><c t=\"s\"><v>-1</v></c></row>",
        "<row><c t=\"inlineStr\"><is><t>&bomb;</t></is></c></row>", "<row><c><v>&#0;</v></c></row>", "<row></c></row>",
        "<row><c><v>1</v></row>", "<row r=\"1\"",
    ])
    func refusesWhatNoSheetHas(rows: String) throws {
        #expect(try failure(sheet(rows)) != nil)
    }

    @Test func refusesADocumentTypeAndItsEntities() throws {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData/></worksheet>"
        #expect(try failure(parts(sheet: bomb))?.kind == .malformed)
    }

    @Test func readsRowsOfManyColumnsAndNoMoreThanASheetHas() throws {
        let cells = (0..<1 << 20).map { _ in "<c/>" }.joined()
        #expect(try failure(sheet("<row>\(cells)</row>"))?.kind == .malformed)
        #expect(try failure(sheet("<row><c r=\"XFD1\"><v>1</v></c></row>"))?.kind == .shapeChanged)
    }

    @Test func refusesAWorkbookThatLacksItsSheet() throws {
        let parts = SampleWorkbook(Self.rows).parts.filter { !$0.name.hasSuffix("sheet1.xml") }
        #expect(try failure(parts)?.kind == .malformed)
    }

    @Test(arguments: [
        ([ZipFile.Part("word/document.xml", "<x/>")], "no Excel workbook"),
        ([ZipFile.Part("mimetype", "x"), ZipFile.Part("content.xml", "<x/>")], "OpenDocument"),
        ([ZipFile.Part("../../etc/passwd", "x")], "no Excel workbook"),
    ])
    func tellsWhatOtherArchivesAre(parts: [ZipFile.Part], reason: String) throws {
        let failure = try #require(try failure(parts))
        #expect(failure.kind == .unsupported && failure.reason.contains(reason))
    }

    @Test func refusesOldAndLockedWorkbooksWithTheRemedy() throws {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 900)
        let locked = old + "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        #expect(try failure(old)?.remedy.contains(".xlsx") == true)
        #expect(try failure(locked)?.reason.contains("password") == true)
        #expect(try ProfileLibrary().refusal(of: old)?.kind == .unsupported)
    }

    @Test func neverEvaluatesAFormula() throws {
        let profile = try builtIn("manifest")
        for text in ["=HYPERLINK(\"http://x\")", "=cmd|'/c calc'!A0", "+1+1", "@SUM(A1)"] {
            let reading = try Reading.of(SampleWorkbook([["运单号", "大包号"], [.inline(text), "B1"]]).bytes, profile)
            #expect(reading.items.count == 1)
            let archive = String(decoding: reading.summary.archive, as: UTF8.self)
            #expect(archive.replacing("\"\"", with: "\"").contains(text))
        }
    }
}
