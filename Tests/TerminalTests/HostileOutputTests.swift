import Foundation
import Testing

@testable import Terminal

/// Whatever carriers write, nothing of it acts on a terminal, in a spreadsheet or in a program.
struct HostileOutputTests {
    private static let rounds = 40_000

    private func texts(seed: UInt64) -> some Sequence<String> {
        var source = HostileText(seed: seed)
        return (0..<Self.rounds).lazy.map { _ in source.next() }
    }

    /// The first code point that may not leave the program, apart from those allowed here.
    private func raw(_ text: String, allowed: Set<Unicode.Scalar> = []) -> Unicode.Scalar? {
        text.unicodeScalars.first { scalar in
            let category = scalar.properties.generalCategory
            let acts = category == .control || category == .lineSeparator || category == .paragraphSeparator
            return (acts || scalar.properties.isDefaultIgnorableCodePoint) && !allowed.contains(scalar)
        }
    }

    @Test func noControlLeavesThroughText() {
        for (index, text) in texts(seed: 1).enumerated() {
            let columns = index % 30
            let shown = SafeText.show(text)
            let cut = SafeText.show(text, columns: columns)
            guard raw(shown) == nil, raw(cut) == nil, DisplayWidth.of(cut) <= columns else {
                Issue.record("\(text.debugDescription) became \(shown.debugDescription) and \(cut.debugDescription)")
                return
            }
        }
    }

    @Test func noControlLeavesThroughATableAndEveryRowIsOneLine() {
        var source = HostileText(seed: 2)
        for round in 0..<(Self.rounds / 40) {
            var table = TextTable([TableColumn(source.next()), TableColumn("n"), TableColumn("text", isFlexible: true)])
            for row in 0..<20 { table.append([.text(source.next()), .integer(row), .styled(source.next(), .bad)]) }
            let text = table.text(width: round % 2 == 0 ? 60 : nil)
            guard raw(text, allowed: ["\n"]) == nil, text.utf8.filter({ $0 == 0x0A }).count == 21 else {
                Issue.record("\(text.debugDescription)")
                return
            }
        }
    }

    @Test func noControlAndNoFormulaLeavesThroughCSV() throws {
        let writer = CSVWriter()
        for text in texts(seed: 3) {
            let line = writer.line([.text(text), .integer(-1), .text(text)])
            let cells = try #require(CSVLine.cells(line))
            guard raw(line, allowed: ["\r", "\n"]) == nil, cells.count == 3, cells[0] == cells[2], cells[1] == "-1",
                !CSVWriter.looksLikeFormula(cells[0]) || cells[0].unicodeScalars.first == "'"
            else {
                Issue.record("\(text.debugDescription) became \(line.debugDescription)")
                return
            }
        }
    }

    @Test func noControlLeavesThroughJSONAndItReadsBack() throws {
        for text in texts(seed: 4) {
            let json = JSONValue.object([JSONMember(text, .string(text))]).write()
            let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
            let (key, value) = try #require(read?.first)
            guard raw(json) == nil, Array(key.unicodeScalars) == Array(text.unicodeScalars),
                Array(value.unicodeScalars) == Array(text.unicodeScalars)
            else {
                Issue.record("\(text.debugDescription) became \(json.debugDescription)")
                return
            }
        }
    }

    @Test func noControlLeavesThroughAFailure() {
        for text in texts(seed: 5) {
            let failure = CommandFailure(
                text, on: text, why: text, details: [text], try: text, kind: "k", status: .usage)
            guard failure.lines().count == 3, failure.lines().allSatisfy({ raw($0) == nil }) else {
                Issue.record("\(text.debugDescription)")
                return
            }
        }
    }
}
