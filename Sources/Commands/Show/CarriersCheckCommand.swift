import ArgumentParser
import Foundation
import Intake
import Messages
import Terminal
import Tracking

/// `caravan carriers check FILE`: whether a profile is right, and what comes out of a sample.
struct CarriersCheckCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks a profile, and shows what comes out of a sample answer.")

    @Argument(help: "A profile's file, or the name of a built-in one.")
    var profile: String

    @Option(help: "An answer or document to read by it.")
    var sample: String?

    @Option(help: "The number that the sample answers a question about.")
    var asked: String?

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        let profile = try workplace.profile(named: profile)
        guard let sample else {
            workplace.console.line("\(SafeText.show(profile.name)): no mistakes")
            return .done
        }
        let body = try ImportSource.expand(sample).first?.read() ?? []
        let subjects = try asked.map { [try subject($0, of: profile)] } ?? []
        let room = try workplace.room()
        var items: [ReportedItem] = []
        _ = try explained {
            try MessageReader(profile: profile, places: room.places, reportZone: room.reportZone)
                .read(body, asked: subjects, receivedAt: workplace.now) { items += $0.items }
        }
        for item in items.prefix(200) { show(item, on: workplace.console) }
        let rejected = items.count { !$0.saysSomething && !$0.problems.isEmpty }
        workplace.console.line("\(items.count) items, \(rejected) rejected")
        return rejected == 0 ? .done : .attention
    }

    /// The subject that was asked about; a number whose form does not tell is of the kind that the profile asks about.
    private func subject(_ code: String, of profile: Profile) throws -> Subject {
        if let reading = IdentifierSchemes.telling(code) { return reading.subject }
        do throws(IdentifierProblem) {
            let kind = profile.ask?.about.first ?? .parcel
            return try IdentifierSchemes.subject(kind: kind, scheme: nil, issuer: nil, code: code).subject
        } catch {
            throw CommandFailure(
                "cannot check what was asked", on: code, why: error.reason, try: "name the number that was asked about",
                kind: "bad-number", status: .usage)
        }
    }

    private func show(_ item: ReportedItem, on console: Console) {
        var rows: [String] = item.events.map {
            "event \($0.subject) \($0.milestone.rawValue) [\($0.rawCode)] \($0.classifier.rawValue) "
                + "\($0.time.iso8601) \($0.place?.text ?? "no place")"
        }
        rows += item.links.map { "link \($0.child) in \($0.parent)" }
        rows += item.aliases.map { "alias \($0.subject) \($0.role.rawValue) \($0.alias)" }
        rows += item.facts.map { "fact \($0.subject) \($0.name) \($0.value) \($0.unit ?? "")" }
        rows += item.problems.map { "\($0.severity.rawValue) \($0.kind): \($0.reason)" }
        if rows.isEmpty { rows = ["unmapped"] }
        for row in rows { console.line("\(SafeText.show(item.position))  \(SafeText.show(row))") }
    }
}
