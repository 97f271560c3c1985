public import ArgumentParser
import Foundation

/// Runs a program of ours: parses, runs the command, says what failed, ends with the right status.
public enum Program {
    /// Parses and runs without leaving the process.
    public static func run<Root: ParsableCommand>(
        _ root: Root.Type, arguments: [String], in context: ProgramContext
    ) -> ExitStatus {
        var command: any ParsableCommand
        do {
            command = try root.parseAsRoot(arguments)
        } catch {
            return finish(context, ParserAnswer.status(of: error, root: root, context: context))
        }
        do {
            return finish(context, try execute(&command, in: context))
        } catch {
            return finish(context, FailureAnswer.status(of: error, root: root, context: context))
        }
    }

    /// Parses and runs a program whose commands may wait, without leaving the process.
    public static func run<Root: AsyncParsableCommand>(
        _ root: Root.Type, arguments: [String], in context: ProgramContext
    ) async -> ExitStatus {
        var command: any ParsableCommand
        do {
            command = try await root.asyncParseAsRoot(arguments)
        } catch {
            return finish(context, ParserAnswer.status(of: error, root: root, context: context))
        }
        do {
            return finish(context, try await executeWaiting(&command, in: context))
        } catch {
            return finish(context, FailureAnswer.status(of: error, root: root, context: context))
        }
    }

    /// Runs the program with the arguments of this process and ends the process.
    public static func main<Root: ParsableCommand>(_ root: Root.Type) -> Never {
        ignoreClosedPipes()
        exit(run(root, arguments: Array(CommandLine.arguments.dropFirst()), in: .standard()).rawValue)
    }

    /// Runs a program whose commands may wait, and ends the process.
    public static func main<Root: AsyncParsableCommand>(_ root: Root.Type) async -> Never {
        ignoreClosedPipes()
        exit(await run(root, arguments: Array(CommandLine.arguments.dropFirst()), in: .standard()).rawValue)
    }

    private static func execute(
        _ command: inout any ParsableCommand, in context: ProgramContext
    ) throws -> ExitStatus {
        if var ours = command as? any ProgramCommand { return try ours.run(in: context) }
        // Help, which the parser brings along as a command.
        try command.run()
        return .done
    }

    private static func executeWaiting(
        _ command: inout any ParsableCommand, in context: ProgramContext
    ) async throws -> ExitStatus {
        if var ours = command as? any AsyncProgramCommand { return try await ours.run(in: context) }
        if var waiting = command as? any AsyncParsableCommand, !(command is any ProgramCommand) {
            try await waiting.run()
            return .done
        }
        return try execute(&command, in: context)
    }

    /// A reader that has seen enough is no failure; a full disk is one even when the work went well.
    private static func finish(_ context: ProgramContext, _ status: ExitStatus) -> ExitStatus {
        context.console.flush()
        guard case .failed(let reason) = context.console.outcome else { return status }
        let failure = CommandFailure(
            "cannot write the output", why: reason, kind: "output-failed", status: .tryAgain)
        context.console.report(failure)
        return status == .done ? failure.status : status
    }

    /// Otherwise `| head` would end a program in the middle of its work.
    private static func ignoreClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}
