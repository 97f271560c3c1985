public import ArgumentParser
public import Tracking

/// The options every command has.
public struct CommonOptions: ParsableArguments {
    @Option(help: "The database, instead of the one in the settings.")
    public var database: String?

    @Option(help: "The settings file.")
    public var settings: String?

    @Flag(help: "Print JSON, for programs.")
    public var json = false

    @Option(help: "The language of names: en, zh or ru.")
    public var lang: Language?

    @Flag(help: "Print without colour.")
    public var noColor = false

    @Flag(help: "Print times in UTC instead of the place's own time.")
    public var utc = false

    public init() {}

    /// The language asked for, or that of the environment.
    public func language(environment: [String: String]) -> Language {
        lang ?? Language(environment: environment)
    }

    /// The console as these options want it.
    public func console(_ console: Console) -> Console {
        noColor || json ? console.withoutColour() : console
    }
}
