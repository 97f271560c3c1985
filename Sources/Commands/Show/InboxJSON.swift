import Intake
import Store
import Terminal
import Tracking

/// Writes how it stands with a folder for programs.
struct InboxJSON {
    let now: Instant

    func value(_ state: InboxState) -> JSONValue {
        let last = state.lastArrival
        let rejection = state.record?.lastRejection
        return [
            "folder": .string(state.folder), "profile": .string(state.profile), "expect": .string(state.expect),
            "readSince": .string(state.record?.watchedSince.iso8601UTC),
            "lastFile": .string(last?.name), "lastFileAt": .string(last?.at.iso8601UTC),
            "lastMessage": .int(last?.message.map { Int($0.rawValue) }),
            "throughFolder": .bool(last?.throughFolder),
            "expectedAt": .string(state.source.expectedAt?.iso8601UTC),
            "lateSince": .string(state.source.lateSince(now: now)?.iso8601UTC),
            "lastRejected": .string(rejection?.name), "lastRejectedAt": .string(rejection?.at.iso8601UTC),
            "lastRejection": .string(rejection?.reason),
            "waiting": list(state.contents.waiting, state),
            "rejected": list(state.contents.rejected, state),
            "leftAlone": list(state.contents.leftAlone, state),
            "trouble": .string(state.contents.trouble ?? state.record?.trouble),
        ]
    }

    /// Null where this account cannot look into the folder: not seen is not the same as empty.
    private func list(_ names: [String], _ state: InboxState) -> JSONValue {
        state.contents.hidden == nil ? .array(names.map { .string($0) }) : .null
    }
}
