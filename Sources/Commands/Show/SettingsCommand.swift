import ArgumentParser
import Settings
import Terminal

/// `caravan settings`: the effective settings, secrets hidden; reports every mistake.
struct SettingsCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "The effective settings, secrets hidden; reports every mistake.")

    @Flag(help: "Print a commented file to start from.")
    var example = false

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let console = options.console(context.console)
        if example {
            console.write(Settings.example)
            return .done
        }
        var settings = try options.loadSettings(environment: context.environment)
        settings.database = try options.databasePath(settings, environment: context.environment)
        console.write(options.json ? JSONValue(settings.effective).write() + "\n" : settings.effectiveText)
        return .done
    }
}

extension JSONValue {
    /// Effective settings in the order of the documentation.
    init(_ value: EffectiveValue) {
        switch value {
        case .none: self = .null
        case .text(let text): self = .string(text)
        case .number(let number): self = .int(number)
        case .flag(let flag): self = .bool(flag)
        case .list(let values): self = .array(values.map(JSONValue.init))
        case .mapping(let entries): self = .object(entries.map { JSONMember($0.key, JSONValue($0.value)) })
        }
    }
}
