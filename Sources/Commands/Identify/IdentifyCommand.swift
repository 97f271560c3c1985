import ArgumentParser
import Foundation
import Terminal
import Tracking

/// `caravan identify CODE…`: what kind of number this may be.
///
/// It asks neither the database nor the settings: a number is identified by its form alone.
struct IdentifyCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify", abstract: "What kind of number this may be, the most likely first.",
        discussion: "By its form and check digit alone: no database is needed, and none is asked.")

    @Argument(help: "Numbers, in any spelling; - is standard input.")
    var codes: [String] = []

    @Option(help: "A file with one number on each line; - is standard input.")
    var file: String?

    @Flag(help: "Print a table for a spreadsheet.")
    var csv = false

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let codes = try codes.flatMap { $0 == "-" ? try CodeList.read($0) : [$0] } + CodeList.read(file)
        guard !codes.isEmpty else {
            throw CommandFailure("no number to identify", try: "caravan identify CODE", kind: "usage", status: .usage)
        }
        guard !(csv && options.json) else {
            throw CommandFailure(
                "cannot print JSON and CSV at once", try: "leave one of them out", kind: "usage", status: .usage)
        }
        let language = options.language(environment: context.environment)
        let answers = codes.map { IdentifyAnswer($0, places: .corridor, language: language) }
        show(answers, on: options.console(context.console))
        return answers.contains { $0.candidates.isEmpty } ? .attention : .done
    }

    private func show(_ answers: [IdentifyAnswer], on console: Console) {
        if options.json {
            console.write(.array(answers.map(\.json)))
        } else if csv {
            console.write(IdentifyAnswer.csv(answers))
        } else {
            for (index, answer) in answers.enumerated() {
                if index > 0 { console.line() }
                answer.show(on: console)
            }
        }
    }
}
