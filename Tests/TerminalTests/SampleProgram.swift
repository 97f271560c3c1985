import ArgumentParser
import Terminal

/// A small program to run the runner with.
struct SampleProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "A program.", version: "1.2.3",
        subcommands: [Greet.self, Break.self, Wait.self])

    struct Greet: ProgramCommand {
        static let configuration = CommandConfiguration(abstract: "Greets.")
        @OptionGroup var common: CommonOptions
        @Argument(help: "Whom.") var name: String

        mutating func run(in context: ProgramContext) throws -> ExitStatus {
            let console = common.console(context.console)
            if common.json {
                console.write(["name": .string(name)])
            } else {
                console.line(console.palette.paint("hello \(SafeText.show(name))", .good))
            }
            return name == "nobody" ? .attention : .done
        }
    }

    struct Break: ProgramCommand {
        @Argument var how: String

        mutating func run(in context: ProgramContext) throws -> ExitStatus {
            context.console.line("before")
            switch how {
            case "failure":
                throw CommandFailure(
                    "cannot import", on: "list\u{1B}.xlsx", why: "it is a picture", details: ["row 1", "row 2"],
                    try: "sample greet you", kind: "unreadable", status: .unusableData)
            case "status": throw ExitStatus.notAllowed
            case "validation": throw ValidationError("two dates, and the second is earlier")
            case "help": throw CleanExit.helpRequest(self)
            case "code": throw ExitCode(75)
            case "cancelled": throw CancellationError()
            default: throw Unforeseen()
            }
        }
    }

    struct Wait: AsyncProgramCommand {
        mutating func run(in context: ProgramContext) async throws -> ExitStatus {
            await Task.yield()
            context.console.line("waited")
            return .tryAgain
        }
    }

    struct Unforeseen: Error {}
}
