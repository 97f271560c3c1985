import ArgumentParser
import Messages
import Settings
import Store
import Terminal
import Tracking

/// `caravan carriers`: what each can tell, its health, its last answer; `carriers show NAME` prints a profile.
struct CarriersCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "carriers", abstract: "What each carrier can tell, its health, its last answer.",
        subcommands: [CarriersShowCommand.self, CarriersCheckCommand.self])

    @OptionGroup var table: TableOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        try table.check(with: options)
        let workplace = try Workplace(options, context)
        let library = try workplace.library()
        let now = workplace.now
        // Before the first message there is no database, and nothing wrong with that.
        let queues =
            DatabaseFile(path: workplace.databasePath).exists
            ? try explained { try workplace.reader().read { try $0.carrierQueues(now: now) } } : []
        if options.json {
            workplace.console.write([
                "profiles": .array(library.profiles.map(profile)),
                "carriers": .array(queues.map(StatusJSON.carrier)),
            ])
            return .done
        }
        table.write(CoverageTable(library.profiles).text, to: workplace.console)
        // One table in a file; the health of each carrier is in `status --csv`.
        if table.csv { return .done }
        let text = StatusText(database: workplace.databasePath, isAsking: false, now: now)
        for carrier in workplace.settings.carriers {
            let queue = queues.first { $0.state.carrier == carrier.name }
            workplace.console.line(queue.map(text.carrier) ?? "\(carrier.name): not asked yet")
        }
        return .done
    }

    private func profile(_ profile: Profile) -> JSONValue {
        [
            "name": .string(profile.name), "title": .string(profile.title), "reads": .string(profile.reads.rawValue),
            "about": .array((profile.ask?.about ?? []).map { .string($0.rawValue) }),
            "tells": [
                "events": .bool(profile.coverage.events), "links": .bool(profile.coverage.links),
                "aliases": .bool(profile.coverage.aliases), "estimates": .bool(profile.coverage.estimates),
                "history": profile.coverage.history.map { .string($0.rawValue) } ?? .null,
                "credentials": profile.coverage.credentials.map { .string($0) } ?? .null,
            ],
        ]
    }
}

/// `caravan carriers show NAME`: the text of a profile, to start one of one's own from.
struct CarriersShowCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The text of a profile, to start one of your own from.")

    @Argument(help: "The profile's name.")
    var name: String

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        let text = try workplace.profile(named: name).text
        workplace.console.write(text.hasSuffix("\n") ? text : text + "\n")
        return .done
    }
}
