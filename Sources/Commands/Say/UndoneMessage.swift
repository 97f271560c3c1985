import Intake
import Store
import Terminal
import Tracking

/// Takes back everything that one message said.
struct UndoneMessage {
    let workplace: Workplace
    let saying: SayingOptions
    /// What may be taken back here: files by `import --undo`, a person's words by `retract`.
    let wanted: Message.Channel

    func undo(_ id: MessageID, reason: JSONMember) throws -> ExitStatus {
        let message = try find(id)
        let heard = try Saying(workplace: workplace, options: saying)
            .tell("undo", Self.members(message) + [reason], on: "message \(id)")
        guard let withdrawal = heard.withdrawals.first else {
            throw CommandFailure(
                "cannot take back", on: "message \(id)", why: "it was taken back by somebody else just now",
                try: "caravan status", kind: "already-undone", status: .attention)
        }
        show(withdrawal, heard)
        return .done
    }

    /// How a message is named in another: by what holds in every database.
    static func members(_ message: ArchivedMessage) -> [JSONMember] {
        let digits = message.sha256.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return [
            JSONMember("message", .int(Int(message.id.rawValue))), JSONMember("source", .string(message.source)),
            JSONMember("sha256", .string(digits)),
        ]
    }

    /// The message of a number, if it may be taken back.
    ///
    /// - Throws: `CommandFailure` that says why not.
    func find(_ id: MessageID) throws -> ArchivedMessage {
        let found = try explained { try workplace.reader().read { try $0.archived(id) } }
        guard let message = found else {
            throw refusal(
                id, "there is no message of that number", "caravan track CODE --json names messages", "unknown")
        }
        if let new = message.replacedBy {
            throw refusal(id, "message \(new) has replaced it", "caravan import --undo \(new)", "already-replaced")
        }
        if let by = message.endedBy {
            throw refusal(
                id, "message \(by) has taken it back already",
                wanted == .file ? "import the file again to have it back" : "record it again to have it back",
                "already-undone")
        }
        guard !message.isCorrection else {
            throw refusal(
                id, "it is a replay, which only says what the archive says",
                "mend the profile and run caravan replay again", "not-to-undo")
        }
        switch (message.channel, wanted) {
        case (.poll, _):
            throw refusal(
                id, "a carrier's answer comes again with the next question",
                "caravan retract EVENT --reason … for one event",
                "poll-message")
        case (.file, .person):
            throw refusal(id, "it is a file", "caravan import --undo \(id) --reason …", "file-message")
        case (.person, .file), (.person, .poll):
            throw refusal(id, "a person said it", "caravan retract \(id) --reason …", "person-message")
        default: break
        }
        if message.channel == .person { try checkCanEnd(message) }
        return message
    }

    /// What ends something has no end of its own: one says the opposite.
    private func checkCanEnd(_ message: ArchivedMessage) throws {
        let body = String(decoding: message.body ?? [], as: UTF8.self)
        let opposites = [
            ("retract", "record it again"), ("undo", "import the file again, or record it again"),
            ("replace", "caravan import --undo the newer version"), ("watch", "caravan unwatch CODE"),
            ("unwatch", "caravan watch CODE --carrier NAME"),
        ]
        for (word, remedy) in opposites where body.hasPrefix("{\"\(word)\":") {
            throw refusal(message.id, "it is a \(word), which has no end of its own", remedy, "not-to-undo")
        }
    }

    private func refusal(_ id: MessageID, _ why: String, _ remedy: String, _ kind: String) -> CommandFailure {
        CommandFailure(
            "cannot take back", on: "message \(id)", why: why, try: remedy,
            kind: kind == "unknown" ? "unknown-message" : kind, status: .attention)
    }

    private func show(_ withdrawal: Withdrawal, _ heard: Heard) {
        if workplace.options.json {
            workplace.console.write(WithdrawalText(withdrawal).json(by: heard.receipt.message))
        } else {
            for line in WithdrawalText(withdrawal).lines { workplace.console.line(line) }
        }
    }
}
