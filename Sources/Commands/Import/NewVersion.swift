import Intake
import Messages
import Store
import Terminal
import Tracking

/// Which earlier message a file is the new version of, as a person says.
struct NewVersion {
    let workplace: Workplace
    let saying: SayingOptions
    /// A number, or `last`.
    let wanted: String
    let reason: String?

    /// - Throws: `CommandFailure` when there is no such message, or the file cannot be its new version.
    func replacement(body: [UInt8], profile: Profile) throws -> Replacement {
        let old = try message(profile)
        guard old.source == profile.name else {
            throw failure(
                "message \(old.id)", "it came by the profile \(old.profile), and this file by \(profile.name)",
                "name the message that this file is a new version of", "other-profile")
        }
        let sha256 = Fingerprint.sha256(body)
        guard sha256 != old.sha256 else {
            throw failure(
                "message \(old.id)", "this is the same file again", "import the new version", "same-file")
        }
        let digits = sha256.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let members =
            UndoneMessage.members(old) + [
                JSONMember("replacement", .string(digits)), JSONMember("reason", .string(reason)),
                JSONMember("by", .string(saying.by)), JSONMember("said", .string(workplace.now.iso8601UTC)),
            ]
        return Replacement(
            said: JSONValue.object([JSONMember("replace", .object(members))]).write(),
            person: try saying.person(in: workplace.context.environment))
    }

    private func message(_ profile: Profile) throws -> ArchivedMessage {
        if wanted == "last" {
            let last = try explained { try workplace.reader().read { try $0.lastFile(profile: profile.name) } }
            if let last { return last }
            throw failure(
                "last", "no file of the profile \(profile.name) has come yet", "import it without --replaces",
                "unknown-message")
        }
        guard let number = Int64(wanted) else {
            throw failure(wanted, "it is neither a number nor `last`", "--replaces 17, or --replaces last", "usage")
        }
        return try UndoneMessage(workplace: workplace, saying: saying, wanted: .file)
            .find(MessageID(rawValue: number))
    }

    private func failure(_ object: String, _ why: String, _ remedy: String, _ kind: String) -> CommandFailure {
        CommandFailure("cannot replace", on: object, why: why, try: remedy, kind: kind, status: .usage)
    }
}
