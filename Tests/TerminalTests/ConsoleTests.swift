import Foundation
import Testing
import Tracking

@testable import Terminal

/// What goes out, when, and in which colours.
struct ConsoleTests {
    @Test func resultsComeBeforeTheRemarksThatFollowThem() {
        let both = RecordedOutput()
        let console = Console(output: both.sink, errors: both.sink)
        console.line("result")
        console.remark("remark")
        #expect(both.text == "result\nremark\n")
    }

    @Test func aFileGetsLargePieces() {
        let output = RecordedOutput()
        let console = Console(output: output.sink, errors: output.sink)
        console.line("result")
        #expect(output.text.isEmpty)
        console.flush()
        #expect(output.text == "result\n")
    }

    @Test func aPersonSeesEveryLineAtOnce() {
        let output = RecordedOutput()
        Console(output: output.sink, errors: output.sink, isTerminal: true).line("result")
        #expect(output.text == "result\n")
    }

    @Test func afterAFailureNothingMoreIsWritten() {
        let closed = OutputSink { _ in .closed }
        let console = Console(output: closed, errors: closed, isTerminal: true)
        console.line("a")
        #expect(console.outcome == .closed)
        console.line("b")
        #expect(console.outcome == .closed)
    }

    @Test func progressIsForPersonsOnly() {
        let seen = RecordedOutput()
        Console(output: seen.sink, errors: seen.sink, showsProgress: true).progress("12 of 40")
        #expect(seen.text == "\r\u{1B}[K12 of 40")
        let unseen = RecordedOutput()
        Console(output: unseen.sink, errors: unseen.sink).progress("12 of 40")
        #expect(unseen.text.isEmpty)
    }

    @Test func aClosedPipeIsNoticed() throws {
        // The test process must survive the write, as a program of ours does.
        signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let sink = OutputSink.descriptor(pipe.fileHandleForWriting.fileDescriptor)
        #expect(sink.accept(Array("x".utf8)) == .closed)
    }

    @Test func bytesReachAPipe() throws {
        let pipe = Pipe()
        let sink = OutputSink.descriptor(pipe.fileHandleForWriting.fileDescriptor)
        #expect(sink.accept(Array("乌鲁木齐".utf8)) == .written)
        try pipe.fileHandleForWriting.close()
        #expect(try pipe.fileHandleForReading.readToEnd() == Data("乌鲁木齐".utf8))
    }

    @Test(arguments: [
        (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
        (true, ["TERM": "dumb"], false), (true, ["TERM": "xterm-256color"], true),
    ])
    func colourIsForTerminalsThatWantIt(isTerminal: Bool, environment: [String: String], expected: Bool) {
        #expect(Palette(isTerminal: isTerminal, environment: environment).isEnabled == expected)
    }

    @Test(arguments: [
        ([:], Language.en), (["LANG": "zh_CN.UTF-8"], .zh), (["LANG": "ru_KZ.UTF-8"], .ru), (["LANG": "C"], .en),
        (["LANG": "de_DE.UTF-8"], .en), (["LANG": "zh_CN", "LC_ALL": "ru_RU"], .ru),
        (["LANG": "zh_CN", "LC_ALL": ""], .zh),
    ])
    func theLanguageFollowsTheLocale(environment: [String: String], expected: Language) {
        #expect(Language(environment: environment) == expected)
    }
}
