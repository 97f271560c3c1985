public import ArgumentParser

/// A command that waits for others while it works. Its root must be an `AsyncParsableCommand`.
public protocol AsyncProgramCommand: AsyncParsableCommand {
    /// Does the work; see `ProgramCommand`.
    mutating func run(in context: ProgramContext) async throws -> ExitStatus
}
