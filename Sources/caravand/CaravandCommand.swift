import ArgumentParser

/// `caravand`: asks the carriers; the only program that does.
struct CaravandCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caravand",
        abstract: "Asks carriers about numbers and records what they say.",
        version: "0.1.0",
        subcommands: [RunCommand.self, SyncCommand.self],
        defaultSubcommand: RunCommand.self)
}
