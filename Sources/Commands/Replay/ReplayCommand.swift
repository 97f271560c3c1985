import ArgumentParser
import Intake
import Messages
import Settings
import Store
import Terminal
import Tracking

/// `caravan replay`: derives everything again from the archive and applies the difference.
struct ReplayCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Derives everything again from the archive, with the profiles of today, and applies the difference.",
        discussion: """
            The difference is a correction of now: --as-of an earlier time answers as it did then. It is applied in \
            short turns; a replay that was cut short is taken up by the next one. What cannot be read again stays as it is.
            """)

    @Option(help: "Only what messages of this profile say: its name, or the path of a changed one.")
    var profile: String?

    @Option(help: "Only what messages say that were received since then.")
    var since: String?

    @Option(help: "Only what this message says: its number.")
    var message: Int64?

    @Flag(help: "Say what would come and go, and change nothing.")
    var dryRun = false

    @OptionGroup var table: TableOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        try table.check(with: options)
        let workplace = try Workplace(options, context)
        let limits = try limits(workplace)
        // Without a database there is nothing to derive, and none is to be made.
        _ = try workplace.reader()
        let console = workplace.console
        let writer = try workplace.writer()
        let result = try explained {
            let replay = try Replay(
                writer: writer, room: try workplace.room(),
                library: try workplace.library(adding: profile), limits: limits,
                person: SayingOptions.account(in: context.environment), now: workplace.now,
                progress: { console.progress($0) })
            return try replay.run(keeps: !dryRun)
        }
        console.progress("")
        let inference = try inferred(after: result, writer, workplace)
        show(result, console)
        if !options.json, !table.csv, let line = inference?.line { console.line(line) }
        return result.reading.unreadable.isEmpty ? .done : .attention
    }

    /// What was corrected is evidence too: links that were worked out from it are worked out again.
    private func inferred(after result: ReplayResult, _ writer: StoreWriter, _ workplace: Workplace) throws
        -> InferenceReport?
    {
        guard !dryRun, !result.corrections.isEmpty else { return nil }
        return try explained {
            try InferenceRound(
                writer: writer, places: try workplace.places(), sharesEvidence: workplace.settings.sharedEvidence
            ).run(now: workplace.now)
        }
    }

    private func limits(_ workplace: Workplace) throws -> ReplayLimits {
        let zone = workplace.settings.reportZone
        let begin = try since.map { try TimeArgument.begin($0, option: "--since", zone: zone) }
        let name = try profile.map { try workplace.profile(named: $0).name }
        if let message {
            let id = MessageID(rawValue: message)
            guard try explained({ try workplace.reader().read { try $0.archived(id) } }) != nil else {
                throw CommandFailure(
                    "cannot replay", on: "message \(message)", why: "there is no message of that number",
                    try: "caravan track CODE --json names messages", kind: "unknown-message", status: .attention)
            }
        }
        return ReplayLimits(profile: name, since: begin, message: message.map(MessageID.init(rawValue:)))
    }

    private func show(_ result: ReplayResult, _ console: Console) {
        if options.json { return console.write(ReplayJSON(result: result, isRehearsal: dryRun).value) }
        let text = ReplayText(result: result, isRehearsal: dryRun)
        if table.csv { return table.write(text.table, to: console) }
        for line in text.lines { console.line(line) }
        if !result.differences.isEmpty { console.write(text.table) }
    }
}
