import Foundation
import Terminal
import TestSupport
import Testing

/// Excel workbooks and tables of positions, from the command line to the answer.
struct WorkbookImportTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = counter.folder.path(name)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private static let manifest = SampleWorkbook([
        ["柜号: MRKU9465770", "车次:X8157 发车日期:2026-11-20"], [], ["运单号", "大包号", "毛重(KG)"],
        ["YT2415800000000001", "B1", .number("0.42")], [.number("1.2E+19"), "B1", .number("1")],
        ["合计", "", .number("2")],
    ])

    @Test func aWorkbookIsImportedAndItsParcelsAreFound() throws {
        let ending = try counter.run(["import", try file("manifest.xls", Self.manifest.bytes)])
        #expect(ending.status == .attention)
        #expect(ending.output.contains("manifest: 2 rows, 1 new, 0 known, 0 unmapped, 1 rejected"), "\(ending.output)")
        #expect(ending.output.contains("sheet \"Sheet1\" row 5, column 运单号: rejection"), "\(ending.output)")
        let answer = try counter.track(Corridor.parcel)
        let links = answer["links"] as? [[String: Any]] ?? []
        #expect(links.contains { $0["parent"] as? String == "iso6346:MRKU9465770" }, "\(links)")
        #expect(links.contains { $0["parent"] as? String == "train:X8157@2026-11-20" }, "\(links)")
    }

    @Test func aLaterTableCorrectsTheDayOfAnEarlierOne() throws {
        let table = { (day: String) in
            SampleWorkbook([["箱号", "发车日期", "到马拉"], ["MRKU9465770", "2026-11-05", .init(day)]]).bytes
        }
        #expect(try counter.run(["import", try file("1.xlsx", table("11/19"))]).status == .done)
        let later = try counter.run(["import", try file("2.xlsx", table("11/20"))], at: "2026-11-21T09:00Z")
        #expect(later.status == .done, "\(later.output)")
        let events = try counter.track(Corridor.box)["events"] as? [[String: Any]] ?? []
        let arrivals = events.filter { ($0["place"] as? [String: Any])?["code"] as? String == "MAA" }
        #expect(arrivals.map { $0["at"] as? String } == ["2026-11-20"], "\(events)")
    }

    @Test func aBombOrALockedWorkbookLeavesNothing() throws {
        var bomb = ZipFile.Part("xl/worksheets/sheet1.xml", Deflate.repeating("<worksheet>A", times: 1_000_000))
        bomb.method = 8
        let parts = Self.manifest.parts.filter { $0.name != bomb.name } + [bomb]
        let locked = [0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        for (name, body, word) in [
            ("bomb.xlsx", ZipFile(parts).bytes, "as those of no real workbook do"), ("locked.xlsx", locked, "password"),
            ("cut.xlsx", Array(Self.manifest.bytes.dropLast(40)), "ends before its directory"),
            ("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0, 0], "of the old kind"),
            ("page.xls", Array("<html>".utf8), "web page"),
        ] {
            let ending = try counter.run(["import", try file(name, body)])
            #expect(ending.status == .unusableData, "\(ending.errors)")
            #expect(ending.error.contains(word), "\(ending.errors)")
            #expect(ending.remedy.count > 8, "\(ending.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: counter.database))
    }
}
