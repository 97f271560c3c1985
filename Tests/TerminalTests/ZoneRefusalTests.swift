import Foundation
import Testing

@testable import Terminal

/// Without its time zones a program does nothing at all, and what it knows of them can be checked from outside.
struct ZoneRefusalTests {
    private func run(_ arguments: String..., missing: [String]) async -> (status: Terminal.ExitStatus, text: String) {
        let output = RecordedOutput()
        var context = ProgramContext(console: Console(output: output.sink, errors: output.sink))
        context.missingZones = { missing }
        return (await Program.run(SampleProgram.self, arguments: arguments, in: context), output.text)
    }

    @Test(arguments: [["greet", "you"], ["wait"], ["break", "status"]])
    func aProgramWithoutItsZonesRefusesToWork(arguments: [String]) async {
        let output = RecordedOutput()
        var context = ProgramContext(console: Console(output: output.sink, errors: output.sink))
        context.missingZones = { ["Asia/Almaty", "Europe/Berlin"] }
        #expect(await Program.run(SampleProgram.self, arguments: arguments, in: context) == .tryAgain)
        #expect(
            output.text == """
                error: cannot tell the time of Asia/Almaty, Europe/Berlin: the time zone data is missing
                try: apt-get install tzdata

                """)
    }

    @Test func helpNeedsNoZones() async {
        #expect(await run("--help", missing: ["Asia/Almaty"]).status == .done)
        #expect(await run("greet", "--help", missing: ["Asia/Almaty"]).status == .done)
        #expect(await run("greet", "you", missing: []).status == .done)
    }

    @Test func theZonesOfThisProgramAreThere() {
        #expect(ZoneCheck.missing() == [])
    }

    private static let table: [String] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/zones.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0).replacing("\t", with: " ") }
    }()

    @Test func theTableHasEnoughRowsToMeanSomething() {
        #expect(Self.table.count >= 60)
        #expect(Set(Self.table).count == Self.table.count)
    }

    @Test(arguments: table)
    func clocksAreThoseOfTheTable(row: String) {
        let question = row.split(separator: " ").prefix(2).joined(separator: " ")
        #expect(ZoneOffsets.answer(question) == row)
    }

    @Test(arguments: [
        "", "Asia/Almaty", "Asia/Almaty tomorrow", "Asia/Almaty 2026-11-20T00:00:00",
        "Asia/Nowhere 2026-11-20T00:00:00Z",
        "CST 2026-11-20T00:00:00Z", "Asia/Almaty 2026-11-20T00:00:00Z +05:00",
    ])
    func whatIsNoZoneAndInstantHasNoAnswer(line: String) {
        #expect(ZoneOffsets.answer(line) == nil)
    }

    @Test(arguments: [("America/St_Johns", "-03:30"), ("America/New_York", "-05:00"), ("UTC", "+00:00")])
    func offsetsWestOfGreenwichHaveTheirSign(zone: String, offset: String) {
        #expect(ZoneOffsets.answer("\(zone) 2026-01-15T00:00:00Z") == "\(zone) 2026-01-15T00:00:00Z \(offset)")
    }
}
