import ArgumentParser

/// Turns what a command throws into a message and a status.
enum FailureAnswer {
    static func status<Root: ParsableCommand>(
        of error: any Error, root: Root.Type, context: ProgramContext
    ) -> ExitStatus {
        switch error {
        case let failure as CommandFailure:
            context.console.report(failure)
            return failure.status
        case let status as ExitStatus:
            return status
        case let code as ExitCode:
            return ExitStatus(rawValue: code.rawValue) ?? .attention
        case is ValidationError, is CleanExit:
            return ParserAnswer.status(of: error, root: root, context: context)
        case is CancellationError:
            return .tryAgain
        default:
            return unforeseen(error, root: root, context: context)
        }
    }

    /// The parser's own answers come here too, since its help is a command; anything else nobody has foreseen.
    private static func unforeseen<Root: ParsableCommand>(
        _ error: any Error, root: Root.Type, context: ProgramContext
    ) -> ExitStatus {
        if root.exitCode(for: error).isSuccess || root.exitCode(for: error) == .validationFailure {
            return ParserAnswer.status(of: error, root: root, context: context)
        }
        let failure = CommandFailure(
            "something went wrong that nobody foresaw", why: String(describing: error), kind: "unforeseen",
            status: .attention)
        context.console.report(failure)
        return failure.status
    }
}
