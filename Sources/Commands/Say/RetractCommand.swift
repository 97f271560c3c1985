import ArgumentParser
import Intake
import Store
import Terminal
import Tracking

/// `caravan retract EVENT --reason TEXT`: takes back one event, or all that one message of a person says.
struct RetractCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "retract", abstract: "Takes back an event, or what a person said in one message.")

    @Argument(help: "The event's reference, as `track --json` and `record` show it, or the number of a message.")
    var event: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var saying: SayingOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        let reason = try Saying.reason(reason)
        if let number = Int64(event) {
            return try UndoneMessage(workplace: workplace, saying: saying, wanted: .person)
                .undo(MessageID(rawValue: number), reason: reason)
        }
        let key = try find(workplace)
        let heard = try Saying(workplace: workplace, options: saying)
            .tell("retract", Saying.number(key.subject) + Self.members(key) + [reason], on: event)
        if options.json {
            workplace.console.write([
                "message": .int(heard.receipt.message.map { Int($0.rawValue) }),
                "reference": .string(EventReference(key).description), "subject": .string(key.subject.description),
                "code": .string(key.rawCode), "source": .string(key.source), "retracted": true,
            ])
        } else {
            workplace.console.line(
                "taken back: \(SafeText.show(key.rawCode)) of \(SafeText.show(key.subject.code)), told by "
                    + "\(SafeText.show(key.source)); what was known before is shown with --as-of")
        }
        return .done
    }

    private static func members(_ key: EventKey) -> [JSONMember] {
        [
            JSONMember("occurred_at", .string(key.occurredAt.iso8601UTC)), JSONMember("source", .string(key.source)),
            JSONMember("source_id", .string(key.sourceID)), JSONMember("raw_code", .string(key.rawCode)),
            JSONMember("place", .string(key.place?.text)), JSONMember("classifier", .string(key.classifier.rawValue)),
        ]
    }

    private func find(_ workplace: Workplace) throws -> EventKey {
        guard let (code, fingerprint) = EventReference.parts(of: event) else {
            throw CommandFailure(
                "no reference of an event", on: event, why: "one looks like MRKU9465770#7K2QF9X",
                try: "caravan track CODE --json shows it as `references`", kind: "bad-reference", status: .usage)
        }
        let keys = try explained {
            try workplace.reader().read { session in
                try Set([code, code.uppercased()]).sorted().flatMap { try session.subjects(code: $0) }
                    .flatMap { try session.ownEvents(of: $0).map(\.key) }
            }
        }
        let meant = keys.filter { EventReference($0).isMeant(by: fingerprint) }
        guard let key = meant.first else {
            throw CommandFailure(
                "no such event", on: event, why: "nothing that is believed now has this reference",
                try: "caravan track \(code) --json lists them; it may have been taken back or corrected already",
                kind: "unknown-event", status: .attention)
        }
        guard meant.count == 1 else {
            let whole = meant.map { EventReference($0).whole }.joined(separator: " or ")
            throw CommandFailure(
                "cannot tell which event is", on: event, why: "\(meant.count) begin alike", try: "write \(whole)",
                kind: "ambiguous-event", status: .usage)
        }
        return key
    }
}
