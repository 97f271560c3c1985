public import ArgumentParser

/// A command that is handed its surroundings instead of reaching for them.
public protocol ProgramCommand: ParsableCommand {
    /// Does the work.
    ///
    /// - Returns: how it ended, where that is no failure: a worklist with something in it is `attention`.
    /// - Throws: `CommandFailure`, which is shown and decides the status.
    mutating func run(in context: ProgramContext) throws -> ExitStatus
}
