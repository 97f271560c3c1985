import ArgumentParser

/// Turns what the argument parser throws into our way of speaking.
enum ParserAnswer {
    /// Shows help and versions on standard output, mistakes on standard error.
    static func status<Root: ParsableCommand>(
        of error: any Error, root: Root.Type, context: ProgramContext
    ) -> ExitStatus {
        let code = root.exitCode(for: error)
        guard !code.isSuccess else {
            context.console.line(root.fullMessage(for: error, columns: context.console.width))
            return .done
        }
        context.console.report(failure(error, root: root))
        return .usage
    }

    private static func failure<Root: ParsableCommand>(_ error: any Error, root: Root.Type) -> CommandFailure {
        let lines = root.message(for: error).split(separator: "\n").map(String.init)
        return CommandFailure(
            lines.first ?? "something is missing on the command line", details: Array(lines.dropFirst()),
            try: helpCommand(root.fullMessage(for: error)) ?? "\(root._commandName) --help", kind: "usage",
            status: .usage)
    }

    /// The command whose help would have prevented the mistake; the parser knows it, but tells it only in a sentence.
    private static func helpCommand(_ message: String) -> String? {
        guard let line = message.split(separator: "\n").last(where: { $0.contains("See '") }) else { return nil }
        let parts = line.split(separator: "'")
        return parts.count >= 2 ? String(parts[1]) : nil
    }
}
