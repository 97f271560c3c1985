import Intake
import Messages
import Store
import Terminal
import Tracking

/// Something that a person says, told as the message that it is.
struct Saying {
    let workplace: Workplace
    let options: SayingOptions

    /// - Parameters:
    ///   - word: what is done: `record`, `link`.
    ///   - on: of what it speaks, for failures.
    /// - Throws: `CommandFailure`.
    func tell(_ word: String, _ members: [JSONMember], on object: String) throws -> Heard {
        let now = workplace.now
        var members = members
        // When it was said is part of it: the same words another day are another message.
        members.append(JSONMember("said", .string(now.iso8601UTC)))
        if let by = options.by { members.append(JSONMember("by", .string(by))) }
        let line = JSONValue.object([JSONMember(word, .object(members))]).write()
        let person = try options.person(in: workplace.context.environment)
        let intake = PersonIntake(
            writer: try workplace.writer(), room: try workplace.room(), library: try workplace.library())
        let heard = try explained { try intake.hear(line, person: person, at: now) }
        // What nobody understood must not look done.
        guard heard.receipt.accounting.unmapped + heard.receipt.accounting.rejected == 0 else {
            let problem = heard.report.items.lazy.flatMap(\.problems).first { $0.severity == .rejection }
            throw CommandFailure(
                "cannot \(word)", on: object, why: problem?.reason ?? "the profile `hand` does not read it",
                try: problem == nil
                    ? "give a profile of your own called hand another name" : "mend it and say it again",
                kind: problem?.kind ?? "saying-not-read", status: .unusableData)
        }
        return heard
    }

    /// A reason in a few words.
    ///
    /// - Throws: `CommandFailure` for a blank one.
    static func reason(_ text: String) throws -> JSONMember {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw CommandFailure(
                "cannot go without a reason", try: "--reason \"the agent named the wrong box\"", kind: "usage",
                status: .usage)
        }
        return JSONMember("reason", .string(text))
    }

    static func number(_ subject: Subject) -> [JSONMember] {
        [
            JSONMember("kind", .string(subject.kind.rawValue)), JSONMember("scheme", .string(subject.scheme.rawValue)),
            JSONMember("issuer", .string(subject.identifier.issuer)), JSONMember("code", .string(subject.code)),
        ]
    }
}
