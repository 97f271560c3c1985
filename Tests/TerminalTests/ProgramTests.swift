import Testing

@testable import Terminal

/// How a program ends: what it prints where, and with which status.
struct ProgramTests {
    private struct Ending: Equatable {
        var status: Terminal.ExitStatus
        var output: String
        var errors: String
    }

    private func run(_ arguments: String..., palette: Palette = .plain) async -> Ending {
        let output = RecordedOutput()
        let errors = RecordedOutput()
        let console = Console(output: output.sink, errors: errors.sink, palette: palette)
        let status = await Program.run(SampleProgram.self, arguments: arguments, in: ProgramContext(console: console))
        return Ending(status: status, output: output.text, errors: errors.text)
    }

    @Test func aCommandPrintsAndEndsWell() async {
        #expect(await run("greet", "you") == Ending(status: .done, output: "hello you\n", errors: ""))
    }

    @Test func aCommandChoosesItsStatus() async {
        #expect(await run("greet", "nobody").status == .attention)
    }

    @Test func aCommandMayWait() async {
        #expect(await run("wait") == Ending(status: .tryAgain, output: "waited\n", errors: ""))
    }

    @Test func commonOptionsReachTheCommand() async {
        #expect(await run("greet", "you", "--json").output == "{\"name\":\"you\"}\n")
        let colours = Palette(isEnabled: true)
        #expect(await run("greet", "you", palette: colours).output == "\u{1B}[32mhello you\u{1B}[0m\n")
        #expect(await run("greet", "you", "--no-color", palette: colours).output == "hello you\n")
    }

    @Test(arguments: [
        (["gret"], "error: Unexpected argument 'gret'\ntry: sample --help\n"),
        (["greet"], "error: Missing expected argument '<name>'\ntry: sample greet --help\n"),
        (
            ["greet", "you", "--jsn"],
            "error: Unknown option '--jsn'. Did you mean '--json'?\ntry: sample greet --help\n"
        ),
        (["greet", "a", "b\u{1B}[2J"], "error: Unexpected argument 'b\\u{1b}[2J'\ntry: sample greet --help\n"),
        (
            ["greet", "a", "--lang", "de"],
            "error: The value 'de' is invalid for '--lang <lang>'. Please provide one of 'en', 'zh' or 'ru'.\ntry: sample greet --help\n"
        ),
    ])
    func aWrongCommandLineEndsWithUsage(arguments: [String], expected: String) async {
        let output = RecordedOutput()
        let errors = RecordedOutput()
        let context = ProgramContext(console: Console(output: output.sink, errors: errors.sink))
        #expect(await Program.run(SampleProgram.self, arguments: arguments, in: context) == .usage)
        #expect(errors.text == expected)
        #expect(output.text.isEmpty)
    }

    @Test(arguments: [["--help"], ["greet", "--help"], ["help"], ["help", "greet"], []])
    func helpIsAResult(arguments: [String]) async {
        let output = RecordedOutput()
        let errors = RecordedOutput()
        let context = ProgramContext(console: Console(output: output.sink, errors: errors.sink))
        #expect(await Program.run(SampleProgram.self, arguments: arguments, in: context) == .done)
        #expect(output.text.contains("USAGE: sample"))
        #expect(errors.text.isEmpty)
    }

    @Test func theVersionIsAResult() async {
        #expect(await run("--version") == Ending(status: .done, output: "1.2.3\n", errors: ""))
    }

    @Test func aFailureSaysWhatOnWhatWhyAndWhatNext() async {
        let errors = """
            error: cannot import list\\u{1b}.xlsx: it is a picture
              row 1
              row 2
            try: sample greet you

            """
        #expect(await run("break", "failure") == Ending(status: .unusableData, output: "before\n", errors: errors))
    }

    @Test(arguments: [
        ("status", Terminal.ExitStatus.notAllowed, ""), ("code", .tryAgain, ""), ("cancelled", .tryAgain, ""),
        ("validation", .usage, "error: two dates, and the second is earlier\ntry: sample --help\n"),
        ("x", .attention, "error: something went wrong that nobody foresaw: Unforeseen()\n"), ("help", .done, ""),
    ])
    func whateverIsThrownHasAStatus(how: String, status: Terminal.ExitStatus, errors: String) async {
        let ending = await run("break", how)
        #expect(ending.status == status)
        #expect(ending.errors == errors)
    }

    @Test func aProgramThatNeverWaitsRunsToo() {
        let output = RecordedOutput()
        let context = ProgramContext(console: Console(output: output.sink, errors: output.sink))
        #expect(Program.run(SampleProgram.Greet.self, arguments: ["you"], in: context) == .done)
        #expect(output.text == "hello you\n")
    }

    @Test func aFullDiskIsTold() async {
        let errors = RecordedOutput()
        let full = OutputSink { _ in .failed("No space left on device") }
        let context = ProgramContext(console: Console(output: full, errors: errors.sink))
        #expect(await Program.run(SampleProgram.self, arguments: ["greet", "you"], in: context) == .tryAgain)
        #expect(errors.text == "error: cannot write the output: No space left on device\n")
    }

    @Test func aReaderThatLeavesIsNoFailure() async {
        let errors = RecordedOutput()
        let gone = OutputSink { _ in .closed }
        let context = ProgramContext(console: Console(output: gone, errors: errors.sink))
        #expect(await Program.run(SampleProgram.self, arguments: ["greet", "you"], in: context) == .done)
        #expect(errors.text.isEmpty)
    }

    @Test func theStatusesAreThoseOfTheManual() {
        #expect(Terminal.ExitStatus.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 69, 75, 77, 78])
    }
}
