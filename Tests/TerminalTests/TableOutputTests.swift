import ArgumentParser
import TestSupport
import Testing

@testable import Terminal

/// Long tables that go out row by row.
struct TableOutputTests {
    private func text(_ rows: [[TableCell]], _ arguments: [String]) throws -> String {
        let (output, errors) = (RecordedOutput(), RecordedOutput())
        let console = Console(output: output.sink, errors: errors.sink)
        let options = try WorkbookOptions.parse(arguments)
        let table = try options.output(["code", "count"], named: "x", in: nil, console: console)
        for row in rows { try table.append(row) }
        try table.finish()
        console.flush()
        return output.text
    }

    @Test func aStreamedTableIsTheTableThatIsDrawnAtOnce() throws {
        for count in [0, 1, 499, 500, 501, 1200] {
            let rows: [[TableCell]] = (0..<count).map { [.text("MRKU\($0 % 100)"), .integer($0 % 100)] }
            var whole = TextTable(["code", "count"])
            for row in rows { whole.append(row) }
            #expect(try text(rows, []) == (count == 0 ? "" : whole.text()), "\(count) rows")
            #expect(try text(rows, ["--csv"]) == whole.csv(), "\(count) rows")
        }
    }

    @Test func aLongerValueFurtherDownIsNotCut() throws {
        let long = String(repeating: "7", count: 40)
        let rows: [[TableCell]] = (0..<600).map { _ in ["x", 1] } + [[.text(long), 2]]
        #expect(try text(rows, []).contains(long))
    }

    @Test func noMarkOfByteOrderComesDownAPipe() throws {
        #expect(try text([["x", 1]], ["--csv"]).utf8.first == UInt8(ascii: "c"))
    }
}
