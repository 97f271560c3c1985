import Foundation
import Messages
import TestSupport
import Testing
import Tracking

/// Every ugliness of the tables that people keep, in every form in which programs save them, says what its clean twin
/// says.
struct UglyTableTests {
    private static let tables = [
        "title-and-late-header", "totals", "repeated-header", "date-forms", "full-width", "blanks", "apostrophes",
        "nothing-words", "quantities", "article-rows", "title-facts", "stacked-blocks", "tracing-long", "tracing-wide",
    ]

    /// How a program may have saved the table.
    enum Form: String, CaseIterable, Sendable {
        case utf8, marked, gb18030, utf16LE, utf16BE, markedUTF16LE, markedUTF16BE, semicolons, tabs, oldLines
        case workbook, inlineWorkbook
    }

    /// Read once: a library takes longer to read than all these tables.
    private static let library = Result { try ProfileLibrary() }

    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    private static func saved(_ rows: [[String]], as form: Form) throws -> [UInt8] {
        switch form {
        case .workbook: return SampleWorkbook(rows.map { $0.map { SampleWorkbook.Cell($0) } }).bytes
        case .inlineWorkbook: return SampleWorkbook(rows.map { $0.map { .inline($0) } }).bytes
        case .semicolons: return Array(text(rows, ";").utf8)
        case .tabs: return Array(text(rows, "\t").utf8)
        case .oldLines: return Array(text(rows, ",", "\r").utf8)
        case .utf8: return Array(text(rows).utf8)
        case .marked: return [0xEF, 0xBB, 0xBF] + Array(text(rows, ",", "\r\n").utf8)
        case .gb18030: return [UInt8](try #require(text(rows).data(using: gb18030)))
        case .utf16LE: return text(rows).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case .utf16BE: return text(rows).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        case .markedUTF16LE:
            return [0xFF, 0xFE] + text(rows, "\t").utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case .markedUTF16BE:
            return [0xFE, 0xFF] + text(rows, "\t").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        }
    }

    private static func text(_ rows: [[String]], _ separator: String = ",", _ newline: String = "\n") -> String {
        rows.map { row in
            row.map { cell in
                let needsQuotes = cell.contains { separator.contains($0) || $0 == "\"" || $0.isNewline }
                return needsQuotes ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
            }.joined(separator: separator) + newline
        }.joined()
    }

    /// Our own fixtures quote a cell only for a comma or a quote.
    static func rows(_ name: String) throws -> [[String]] {
        let text = String(decoding: try Fixtures.bytes("tables/\(name).csv"), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
            var cells = [""]
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: cells.append("")
                default: cells[cells.count - 1].append(character)
                }
            }
            return cells.map { $0.hasPrefix("=") ? "=\"\($0.dropFirst())\"" : $0 }
        }
    }

    @Test(arguments: tables, Form.allCases) func saysWhatItsCleanTwinSays(table: String, form: Form) throws {
        let library = try Self.library.get()
        let profile = try #require(library.profile(named: table.hasPrefix("tracing") ? "positions" : "manifest"))
        let clean = try Said(Fixtures.bytes("tables/\(table).clean.csv"), profile)
        let body = try Self.saved(Self.rows(table), as: form)
        let ugly = try Said(body, profile)
        #expect(ugly == clean)
        #expect(!clean.lines.isEmpty)
        #expect(ugly.rejections.isEmpty)
        #expect(library.recognise(body: body, fileName: "a.xls")?.name == profile.name)
        #expect(try Said(ugly.archive, profile) == clean, "the archive says the same")
    }
}

/// What a table says, in no order, and once.
struct Said: Equatable {
    var lines: Set<String>
    var rejections: [RowProblem]
    var archive: [UInt8]

    init(_ body: [UInt8], _ profile: Profile) throws {
        let reading = try Reading.of(body, profile)
        lines = Set(
            reading.links.map { "\($0.child.description) in \($0.parent.description) \(String(describing: $0.basis))" })
        lines.formUnion(reading.facts.map { "\($0.subject.description) \($0.name)=\($0.value) \($0.unit ?? "")" })
        lines.formUnion(reading.aliases.map { "\($0.subject.description) is \($0.alias.description) \($0.role)" })
        lines.formUnion(
            reading.events.map {
                "\($0.subject.description) \($0.milestone) \($0.classifier) \($0.time.iso8601) \($0.time.basis) "
                    + "\($0.place?.text ?? "?") \($0.country ?? "?") \($0.text ?? "") \($0.rawCode)"
            })
        rejections = reading.rejections
        archive = reading.summary.archive
    }

    static func == (left: Said, right: Said) -> Bool { left.lines == right.lines }
}
