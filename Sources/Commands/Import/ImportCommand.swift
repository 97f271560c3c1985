import ArgumentParser
import Foundation
import Intake
import Messages
import Terminal
import Tracking

/// `caravan import FILE…`: tables and messages; the format is recognised.
struct ImportCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes in tables and messages; the format is recognised.")

    @Argument(help: "Files or folders; - is standard input.")
    var files: [String] = []

    @Option(help: "Read the files by this profile instead of recognising it: a name or the path of one.")
    var profile: String?

    @Flag(help: "Say what would come of it, and keep nothing.")
    var dryRun = false

    @Option(help: "Write the rows that are not taken to this file, to be mended and imported again.")
    var rejects: String?

    @Option(help: "The file is a new version of this message, which is out of force from now on: its number, or last.")
    var replaces: String?

    @Option(help: "Take back everything that this message said.")
    var undo: Int64?

    @Option(help: "Why, with --undo and --replaces.")
    var reason: String?

    @OptionGroup var saying: SayingOptions

    @Option(help: "The number that the files are about, where they do not name it; may stand several times.")
    var about: [String] = []

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if undo == nil, files.isEmpty { throw ValidationError("Missing expected argument '<files> ...'") }
        if undo != nil, !files.isEmpty || replaces != nil || rejects != nil || dryRun || profile != nil {
            throw ValidationError("--undo stands alone, with --reason")
        }
        if reason != nil, undo == nil, replaces == nil {
            throw ValidationError("--reason belongs to --undo or --replaces")
        }
    }

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        if let undo {
            return try UndoneMessage(workplace: workplace, saying: saying, wanted: .file)
                .undo(MessageID(rawValue: undo), reason: Saying.reason(reason ?? ""))
        }
        let library = try workplace.library(adding: profile)
        let named = try profile.map { try workplace.profile(named: $0) }
        // Every file is looked at before the database is touched: a missing one leaves no trace.
        let sources = try files.flatMap(ImportSource.expand)
        try checkSingle(sources)
        let rejected = try rejects.map { try RejectsFile(path: $0) }
        let desk = ImportDesk(
            workplace: workplace, library: library, room: try workplace.room(), about: about,
            isRehearsal: dryRun, rejected: rejected)
        defer { desk.close() }
        let version = replaces.map { NewVersion(workplace: workplace, saying: saying, wanted: $0, reason: reason) }
        let outcomes = try sources.map { try desk.take($0, named: named, replacing: version) }
        show(outcomes, workplace)
        if let written = try rejected?.write() { workplace.console.remark(written) }
        return ImportOutcome.status(of: outcomes)
    }

    private func checkSingle(_ sources: [ImportSource]) throws {
        guard sources.count > 1, let option = replaces != nil ? "--replaces" : rejects != nil ? "--rejects" : nil
        else { return }
        throw CommandFailure(
            "cannot use \(option)", on: "\(sources.count) files", why: "it is for one file at a time",
            try: "caravan import \(option) … FILE", kind: "usage", status: .usage)
    }

    private func show(_ outcomes: [ImportOutcome], _ workplace: Workplace) {
        if options.json {
            workplace.console.write(.array(outcomes.map { $0.json(isRehearsal: dryRun) }))
        } else {
            for line in outcomes.flatMap({ $0.lines(isRehearsal: dryRun) }) { workplace.console.line(line) }
        }
        for case .failed(_, let failure) in outcomes { workplace.console.report(failure) }
        // What a new version drops is never silent, whoever reads the results.
        for remark in outcomes.flatMap(\.remarks) { workplace.console.remark(remark) }
    }
}
