import Store
import Terminal
import Tracking

/// Tells what became of a message that is out of force.
struct WithdrawalText {
    let withdrawal: Withdrawal

    init(_ withdrawal: Withdrawal) {
        self.withdrawal = withdrawal
    }

    /// Parcels named on screen; all of them stand in the JSON.
    private static let shown = 12

    func json(by message: MessageID?) -> JSONValue {
        [
            "undone": .int(Int(withdrawal.message.rawValue)), "message": .int(message.map { Int($0.rawValue) }),
            "events": .int(withdrawal.events), "links": .int(withdrawal.links), "aliases": .int(withdrawal.aliases),
            "facts": .int(withdrawal.facts), "restored": .int(withdrawal.restored),
            "revived": .int(withdrawal.revived.map { Int($0.rawValue) }),
            "lacking": .array(withdrawal.lacking.map { .string($0.code) }),
        ]
    }

    var lines: [String] {
        let ended = counts
        var lines = [
            "message \(withdrawal.message) is out of force: " + (ended.isEmpty ? "others say all of it" : ended)
        ]
        if withdrawal.restored > 0 {
            lines.append("  of other messages \(withdrawal.restored) rows hold again")
        }
        if let revived = withdrawal.revived {
            lines.append("  message \(revived), which it replaced, is in force again")
        }
        return lines
    }

    /// What the newer version does not name any more; nil where it names everything.
    var lackingLine: String? {
        let parcels = withdrawal.lacking
        guard !parcels.isEmpty else { return nil }
        let names = parcels.prefix(Self.shown).map { SafeText.show($0.code) }.joined(separator: ", ")
        let more = parcels.count > Self.shown ? ", … \(parcels.count - Self.shown) more; --json lists all" : ""
        let verb =
            parcels.count == 1
            ? "parcel of message \(withdrawal.message) is" : "parcels of message \(withdrawal.message) are"
        return "\(parcels.count) \(verb) not in the new version: \(names)\(more)"
    }

    private func plural(_ word: String) -> String { word == "set of facts" ? "sets of facts" : word + "s" }

    private var counts: String {
        [
            (withdrawal.events, "event"), (withdrawal.links, "link"), (withdrawal.aliases, "other number"),
            (withdrawal.facts, "set of facts"),
        ].filter { $0.0 > 0 }.map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \(plural($0.1))" }.joined(separator: ", ")
            + (withdrawal.statements > 0 ? " end" : "")
    }
}
