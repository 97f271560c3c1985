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
    var files: [String]

    @Option(help: "Read the files by this profile instead of recognising it: a name or the path of one.")
    var profile: String?

    @Option(help: "The number that the files are about, where they do not name it; may stand several times.")
    var about: [String] = []

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        let library = try workplace.library(adding: profile)
        let named = try profile.map { try workplace.profile(named: $0) }
        // Every file is looked at before the database is touched: a missing one leaves no trace.
        let sources = try files.flatMap(ImportSource.expand)
        let room = try workplace.room()
        // Opened with the first file that is of any use: what is not leaves no database behind.
        var intake: FileIntake?
        func opened() throws -> FileIntake {
            if let intake { return intake }
            let made = FileIntake(writer: try workplace.writer(), room: room)
            intake = made
            return made
        }
        let outcomes = try sources.map { try take($0, named, library, opened, workplace) }
        show(outcomes, workplace)
        return ImportOutcome.status(of: outcomes)
    }

    private func take(
        _ source: ImportSource, _ named: Profile?, _ library: ProfileLibrary, _ intake: () throws -> FileIntake,
        _ workplace: Workplace
    ) throws -> ImportOutcome {
        let body: [UInt8]
        let profile: Profile
        do {
            body = try source.read()
            profile = try named ?? Self.recognised(body, source, library)
        } catch let failure as CommandFailure {
            return .failed(source.name, failure)
        }
        // Without a database there is nothing to go on with, whatever the other files are.
        let intake = try intake()
        do {
            let subjects = try about.map { try NumberAbout.read($0, profile) }
            let result = try explained {
                try intake.take(
                    body, name: source.name, profile: profile, about: subjects, receivedAt: workplace.now
                ) { items in
                    workplace.console.progress("\(source.name): \(items) rows")
                }
            }
            workplace.console.progress("")
            return .taken(result)
        } catch let failure as CommandFailure {
            return .failed(source.name, failure)
        } catch {
            return .failed(
                source.name,
                CommandFailure(
                    "cannot import", on: source.name, why: "\(error)", try: "please report this message",
                    kind: "unforeseen", status: .tryAgain))
        }
    }

    private static func recognised(
        _ body: [UInt8], _ source: ImportSource,
        _ library: ProfileLibrary
    ) throws -> Profile {
        guard !body.isEmpty else {
            throw CommandFailure(
                "cannot import", on: source.name, why: "the file is empty",
                try: "check that it was written to its end", kind: "empty-file",
                status: .unusableData)
        }
        guard let profile = library.recognise(body: body, fileName: source.name) else {
            throw CommandFailure(
                "cannot import", on: source.name, why: "no profile recognises it",
                try: "caravan import --profile NAME \(source.name); `caravan carriers` lists the profiles",
                kind: "unrecognised", status: .unusableData)
        }
        return profile
    }

    private func show(_ outcomes: [ImportOutcome], _ workplace: Workplace) {
        if options.json {
            workplace.console.write(.array(outcomes.map(\.json)))
        } else {
            for line in outcomes.flatMap(\.lines) { workplace.console.line(line) }
        }
        for case .failed(_, let failure) in outcomes { workplace.console.report(failure) }
    }
}
