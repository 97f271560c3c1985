import Intake
import Store
import Terminal
import Tracking

/// Writes `replay --json`; fields are never left out, only null.
struct ReplayJSON {
    let result: ReplayResult
    let isRehearsal: Bool

    var value: JSONValue {
        [
            "dryRun": .bool(isRehearsal), "came": .int(result.came), "went": .int(result.went),
            "corrections": .array(result.corrections.map { .int(Int($0.rawValue)) }),
            "differences": .array(result.differences.map(difference)),
            "messages": .int(result.reading.messages), "items": .int(result.reading.items),
            "profiles": .array(
                result.reading.profiles.sorted { $0.key < $1.key }.map { profile($0.key, $0.value) }),
            "notKept": .int(result.reading.notKept),
            "unreadable": .array(result.reading.unreadable.map(unreadable)),
        ]
    }

    private func difference(_ difference: ReplayDifference) -> JSONValue {
        let sort = difference.sort
        return [
            "what": .string(sort.what), "source": .string(sort.source), "profile": .string(sort.profile),
            "detail": .string(sort.detail), "came": .int(difference.came), "went": .int(difference.went),
        ]
    }

    private func profile(_ name: String, _ items: ReplayResult.Items) -> JSONValue {
        [
            "profile": .string(name), "messages": .int(items.messages), "items": .int(items.items),
            "unmapped": .int(items.unmapped), "rejected": .int(items.rejected),
        ]
    }

    private func unreadable(_ one: ReplayResult.Unreadable) -> JSONValue {
        [
            "message": .int(Int(one.message.rawValue)), "profile": .string(one.profile), "name": .string(one.name),
            "reason": .string(one.reason),
        ]
    }
}
