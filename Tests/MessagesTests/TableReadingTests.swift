import Foundation
import Messages
import Testing
import Tracking

/// The same table, whichever way a program or a person saved it.
struct TableReadingTests {
    private static let rows = [
        ["运单号", "大包号", "箱号", "毛重（KG）", "备注"],
        ["YT2415800000000001", "B1", "MRKU9465770", "0.42", "小心, 轻放"],
        ["YT2415800000000002", "B1", "MRKU9465770", "1.50", "第一行\n第二行"],
        ["YT2415800000000003", "B2", "FESU5332167", "12", "他说\"好\""],
    ]

    private static func text(_ rows: [[String]] = rows, separator: String = ",", newline: String = "\n") -> String {
        rows.map { row in
            row.map { cell in
                cell.contains { separator.contains($0) || $0 == "\"" || $0.isNewline }
                    ? "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\"" : cell
            }.joined(separator: separator) + newline
        }.joined()
    }

    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    private static func encoded(_ text: String, _ name: String) throws -> [UInt8] {
        switch name {
        case "UTF-8": return Array(text.utf8)
        case "UTF-8 with mark": return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case "UTF-16LE with mark": return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case "UTF-16BE with mark": return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        case "UTF-16LE": return text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case "UTF-16BE": return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        default: return [UInt8](try #require(text.data(using: gb18030)))
        }
    }

    private func read(_ text: String) throws -> Reading { try Reading.of(text, try builtIn("manifest")) }

    private func says(_ left: Reading, _ right: Reading) -> Bool {
        left.links == right.links && left.facts == right.facts && left.aliases == right.aliases
            && left.events == right.events
    }

    @Test(
        arguments: [
            "UTF-8", "UTF-8 with mark", "UTF-16LE with mark", "UTF-16BE with mark", "UTF-16LE", "UTF-16BE", "GB18030",
        ],
        [",", ";", "\t"])
    func readsEveryEncodingAndSeparatorAlike(encoding: String, separator: String) throws {
        let plain = try read(Self.text())
        #expect(plain.summary.items == 3)
        #expect(plain.facts.map(\.value) == ["0.42", "1.50", "12"])
        let body = try Self.encoded(Self.text(separator: separator, newline: "\r\n"), encoding)
        let other = try Reading.of(body, try builtIn("manifest"))
        #expect(says(plain, other))
        #expect(other.summary.archive == plain.summary.archive)
    }

    @Test func findsTheHeaderUnderTitlesAndSkipsBlankRowsAndTotals() throws {
        let plain = try read(Self.text())
        var rows = [["乌鲁木齐—杜伊斯堡 装箱清单", "", "", "", ""], ["", "", "", "", ""]] + Self.rows
        rows.insert(["", "", "", "", ""], at: 4)
        rows.insert(Self.rows[0], at: 5)
        rows += [["合计", "", "", "13.92", ""], ["Total:", "", "", "13.92", ""], ["", "", "", "", "制表人：某某"]]
        let reading = try read(Self.text(rows))
        #expect(says(plain, reading))
        #expect(reading.summary.items == 3)
        #expect(reading.items.map(\.position) == ["line 4", "line 7", "line 9"])
    }

    @Test(arguments: [
        "parcel", "运单号", " 运单号*", "运　单　号", "包裹号", "运单号(必填)", "运单号/Parcel No.", "Parcel No", "PARCEL NUMBER",
        "Waybill-No", "运单号\u{A0}", "ｐａｒｃｅｌ",
    ])
    func knowsAColumnByManyNames(name: String) throws {
        let reading = try read(Self.text([[name, "Big Bag No"], ["YT2415800000000001", "B1"]]))
        #expect(reading.links.map(\.child.code) == ["YT2415800000000001"])
    }

    @Test func takesTheEarlierNameWhereTwoColumnsAnswer() throws {
        let reading = try read("重量,包裹号,大包号,毛重(KG)\n9,YT2415800000000001,B1,0.42\n")
        #expect(reading.facts.map(\.value) == ["0.42"])
    }

    @Test(arguments: [
        "'YT2415800000000001", "=\"YT2415800000000001\"", "ＹＴ２４１５８００００００００００１", " YT2415800000000001\u{3000}",
        "\u{A0}YT2415800000000001", "\u{200B}YT2415800000000001",
    ])
    func bringsCellsToPlainForm(cell: String) throws {
        let reading = try read(Self.text([["运单号", "大包号"], [cell, "B1"]]))
        #expect(reading.links.map(\.child.code) == ["YT2415800000000001"])
    }

    @Test func reportsRaggedRowsAndTakesTheOthers() throws {
        let reading = try read("运单号,大包号,毛重\nP1,B1\nP2,B1,1,2,3\nP3,B1,2\nP4,B1,3,,\n")
        #expect(reading.summary.items == 4)
        #expect(reading.rejections.map(\.kind) == ["ragged-row", "ragged-row"])
        #expect(reading.items.filter(\.saysSomething).map(\.position) == ["line 4", "line 5"])
        let again = try Reading.of(reading.summary.archive, try builtIn("manifest"))
        #expect(again.summary.items == 4)
        #expect(again.rejections.map(\.kind) == ["ragged-row", "ragged-row"])
    }

    @Test func dropsColumnsThatNobodyNames() throws {
        let reading = try read("运单号,收件人,大包号,电话\nP1,王小明,B1,13800000000\nP2,\"李, 四\",B1,139\n")
        #expect(String(decoding: reading.summary.archive, as: UTF8.self) == "parcel,bag\nP1,B1\nP2,B1\n")
    }

    @Test func readsItsOwnArchiveToTheSame() throws {
        var generator = SeededGenerator(state: 3)
        let cells = [
            "P1", "", "B\"1", "a,b", "x\ny", "合计", "'7", "=\"8\"", "１２", "MRKU9465770", " z ", "2026/11/20", "总计2",
        ]
        for _ in 0..<200 {
            let header = ["订单号", "运单号", "大包号", "箱号", "备注", "车次", "发车日期"]
            let body = (0..<5).map { _ in header.map { _ in cells.randomElement(using: &generator) ?? "" } }
            let first = try read(Self.text([header] + body))
            let second = try Reading.of(first.summary.archive, try builtIn("manifest"))
            #expect(says(first, second))
            #expect(first.summary.items == second.summary.items)
            #expect(first.summary.archive == second.summary.archive)
            #expect(first.problems.map(\.kind) == second.problems.map(\.kind))
        }
    }

    @Test(arguments: [
        ([0x50, 0x4B, 0x03, 0x04, 0x14], ReadFailure.Kind.truncated), ([0xD0, 0xCF, 0x11, 0xE0], .unsupported),
        (Array("<html><table>".utf8), .unsupported), (Array("%PDF-1.7".utf8), .unsupported), ([], .empty),
        (Array(" \n \n".utf8), .empty), (Array("a,b\n1,2\n".utf8), .shapeChanged),
        (Array("运单号,毛重\nP1,2\n".utf8), .shapeChanged), (Array("运单号,大包号\nP1,\"B1\n".utf8), .truncated),
        (Array("运单号,大包号\nP1,B\u{0}1\n".utf8), .malformed), ([0xEF, 0xBB, 0xBF, 0xFF, 0x2C], .wrongEncoding),
        (Array("运单号,大包号\nP1,\u{4E00}".utf8.dropLast()), .truncated),
    ])
    func refusesWhatIsNoSuchTable(body: [UInt8], kind: ReadFailure.Kind) throws {
        #expect(Reading.failure(body, try builtIn("manifest")) == kind)
    }

    @Test func neverCrashesOnDamagedBytes() throws {
        var generator = SeededGenerator(state: 11)
        let body = Array(Self.text().utf8)
        let profile = try builtIn("manifest")
        for _ in 0..<400 {
            var damaged = body
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            guard let reading = try? Reading.of(damaged, profile) else { continue }
            #expect(reading.items.count == reading.summary.items)
        }
    }
}
