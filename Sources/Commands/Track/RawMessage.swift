import Intake
import Messages
import Store
import Terminal
import Tracking

/// A message behind an answer, with the items that say what it is quoted for.
struct RawMessage {
    var message: MessageID
    /// Nil for a message that is not in the archive.
    var archived: ArchivedMessage?
    var quotes: [ArchiveQuoter.Quote] = []
    /// Why nothing, or not everything, can be quoted.
    var problem: String?

    /// Every message that the events, links, numbers and facts of an answer name, by number.
    static func behind(_ answer: TrackAnswer, _ quoter: ArchiveQuoter, _ session: ReadSession) throws -> [RawMessage] {
        try wanted(answer).sorted { $0.key < $1.key }.map { id, keys in
            var archived = try session.archived(id)
            var raw = RawMessage(message: id)
            if let message = archived {
                do {
                    raw.quotes = try quoter.quotes(from: message, of: keys)
                    raw.problem = problem(message, raw.quotes, keys)
                } catch let failure as ReadFailure {
                    raw.problem = failure.reason
                }
            } else {
                raw.problem = "it is not in the archive"
            }
            // Long bodies need not be kept in memory.
            archived?.body = nil
            raw.archived = archived
            return raw
        }
    }

    private static func problem(
        _ message: ArchivedMessage, _ quotes: [ArchiveQuoter.Quote], _ wanted: Set<StatementKey>
    ) -> String? {
        guard message.body != nil else { return "its bytes were not kept" }
        let found = Set(quotes.flatMap(\.states))
        // Of a happening that several told, each told its own report only.
        let isEventLost = wanted.contains(where: \.isEvent) && !found.contains(where: \.isEvent)
        let missing = wanted.subtracting(found).count { !$0.isEvent } + (isEventLost ? 1 : 0)
        guard missing > 0 else { return nil }
        return "\(missing) of its statements are not found in it any more; see `caravan replay --dry-run`"
    }

    private static func wanted(_ answer: TrackAnswer) -> [MessageID: Set<StatementKey>] {
        guard let timeline = answer.timeline else { return [:] }
        var wanted: [MessageID: Set<StatementKey>] = [:]
        for entry in timeline.entries where entry.shown {
            // Which of several messages told which report of a happening is found by looking.
            for message in entry.messages { wanted[message, default: []].formUnion(entry.reports.map { .event($0) }) }
        }
        for link in timeline.links.map(\.link) {
            wanted[link.message, default: []].insert(.link(child: link.child, parent: link.parent))
        }
        for alias in timeline.aliases {
            wanted[alias.message, default: []].insert(.alias(subject: alias.subject, alias: alias.alias))
        }
        for fact in timeline.facts {
            wanted[fact.message, default: []].insert(.fact(subject: fact.subject, name: fact.name))
        }
        return wanted
    }
}

extension StatementKey {
    fileprivate var isEvent: Bool {
        if case .event = self { true } else { false }
    }

    /// In a few words: `event EQUIPMENT.LOAD of MRKU9465770`.
    var words: String {
        switch self {
        case .event(let key): "event \(key.rawCode) of \(key.subject.code)"
        case .link(let child, let parent): "link \(child.code) in \(parent.kind.rawValue) \(parent.code)"
        case .alias(let subject, let alias): "number \(alias.code) of \(subject.code)"
        case .fact(let subject, let name): "fact \(name) of \(subject.code)"
        }
    }

    var json: JSONValue {
        switch self {
        case .event(let key):
            [
                "what": "event", "subject": .string(key.subject.description), "code": .string(key.rawCode),
                "reference": .string(EventReference(key).description),
            ]
        case .link(let child, let parent):
            ["what": "link", "subject": .string(child.description), "parent": .string(parent.description)]
        case .alias(let subject, let alias):
            ["what": "alias", "subject": .string(subject.description), "alias": .string(alias.description)]
        case .fact(let subject, let name):
            ["what": "fact", "subject": .string(subject.description), "name": .string(name)]
        }
    }
}

extension RawMessage {
    var json: JSONValue {
        [
            "message": .int(Int(message.rawValue)), "channel": .string(archived?.channel.rawValue),
            "source": .string(archived?.source), "profile": .string(archived?.profile),
            "name": .string(archived?.name), "receivedAt": .string(archived?.receivedAt.iso8601UTC),
            "problem": .string(problem),
            "items": .array(
                quotes.map { quote in
                    [
                        "position": .string(quote.item.position), "text": .string(quote.item.text),
                        "says": .array(quote.states.map(\.json)),
                    ]
                }),
        ]
    }
}
