import Store
import Terminal
import Tracking

/// Writes the state of the database for programs.
struct StatusJSON {
    let database: String
    let isAsking: Bool
    let now: Instant

    func value(_ status: DatabaseStatus, _ inbox: [InboxState]) -> JSONValue {
        let counts = status.accounting
        return [
            "database": .string(database), "bytes": .int(status.bytes), "daemon": .bool(isAsking),
            "messages": .int(status.messages), "lastMessageAt": .string(status.lastMessageAt?.iso8601UTC),
            "items": [
                "items": .int(counts.items), "mapped": .int(counts.mapped), "duplicate": .int(counts.duplicate),
                "unmapped": .int(counts.unmapped), "rejected": .int(counts.rejected),
            ],
            "subjects": .object(status.subjects.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int($0.value)) }),
            "events": .int(status.events), "links": .int(status.links),
            "unmapped": .array(
                status.unmapped.map {
                    ["source": .string($0.source), "code": .string($0.rawCode), "events": .int($0.count)]
                }),
            "carriers": .array(status.carriers.map(Self.carrier)),
            "incomplete": .array(status.incomplete.map { .string($0) }),
            "inbox": .array(inbox.map(InboxJSON(now: now).value)),
        ]
    }

    static func carrier(_ queue: DatabaseStatus.CarrierQueue) -> JSONValue {
        [
            "carrier": .string(queue.state.carrier), "watched": .int(queue.watched), "due": .int(queue.due),
            "oldestDue": .string(queue.oldestDue?.iso8601UTC),
            "lastAttempt": .string(queue.state.lastAttempt?.iso8601UTC),
            "lastSuccess": .string(queue.state.lastSuccess?.iso8601UTC),
            "notBefore": .string(queue.state.notBefore?.iso8601UTC),
            "isTried": .bool(queue.state.trips > 0),
            "blockedSince": .string(queue.state.blockedSince?.iso8601UTC),
            "blockedReason": .string(queue.state.blockedReason),
            "failing": .object(queue.failing.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int($0.value)) }),
        ]
    }
}
