import Store
import Terminal
import Tracking

/// Writes an answer of `track --json`: one object for each code that was asked; fields are never left out, only null.
struct TrackJSON {
    let places: Places

    func value(_ answer: TrackAnswer) -> JSONValue {
        [
            "code": .string(answer.found.stored?.subject.code ?? answer.found.code),
            "askedAs": .string(answer.found.code),
            "kind": .string(answer.found.stored?.subject.kind.rawValue),
            "scheme": .string(answer.found.scheme?.rawValue),
            "checkDigit": .string(answer.found.checkDigit.rawValue),
            "aliases": .array(answer.timeline?.aliases.map { alias($0, of: answer) } ?? []),
            "status": status(answer.timeline),
            "expected": .array(answer.timeline?.expected.map { .string($0.description) } ?? []),
            "asked": asked(answer.freshness),
            "links": .array(answer.timeline?.links.map(link) ?? []),
            "facts": facts(answer),
            "conflicts": .array(answer.timeline?.conflicts.map(conflict) ?? []),
            "events": .array(answer.timeline?.entries.filter(\.shown).map(event) ?? []),
        ]
    }

    private func status(_ timeline: Timeline?) -> JSONValue {
        guard let status = timeline?.status else { return .null }
        return [
            "milestone": .string(status.milestone.rawValue), "at": .string(status.time.iso8601),
            "precision": .string(status.time.precision.rawValue), "place": place(status.place),
            "side": .string(status.side), "inherited": .bool(status.inherited),
            "subject": .string(status.subject.description), "basis": .string(status.basis?.rawValue),
            "probability": .double(status.probability), "own": status.own.map(own) ?? .null,
            "expected": .string(status.expected?.description), "listedOn": .string(status.listedOn?.description),
        ]
    }

    private func own(_ entry: TimelineEntry) -> JSONValue {
        ["milestone": .string(entry.milestone.rawValue), "at": .string(entry.time.iso8601)]
    }

    func place(_ reference: PlaceReference?) -> JSONValue {
        guard let reference else { return .null }
        guard let place = places.place(for: reference) else {
            let parts = reference.text.split(separator: ":", maxSplits: 1).map(String.init)
            let isLocode = parts.first == "unlocode"
            return ["code": .null, "unlocode": isLocode ? .string(parts.last) : .null, "name": .string(parts.last)]
        }
        return ["code": .string(place.code), "unlocode": .string(place.unlocode), "name": .string(place.nameEN)]
    }

    private func asked(_ freshness: Freshness) -> JSONValue {
        let poll = freshness.polls.first
        let told: JSONValue =
            freshness.lastMessage.map {
                ["at": .string($0.at.iso8601UTC), "source": .string($0.source)]
            } ?? .null
        return [
            "subject": .string(freshness.subject?.description), "carrier": .string(poll?.carrier),
            "lastAttempt": .string(poll?.lastAttempt?.iso8601UTC),
            "lastSuccess": .string(poll?.lastSuccess?.iso8601UTC),
            "lastChange": .string(poll?.lastChange?.iso8601UTC), "nextCheck": .string(poll?.nextCheckAt?.iso8601UTC),
            "answer": .string(freshness.answer.rawValue), "failure": .string(poll?.failure), "lastMessage": told,
        ]
    }

    private func link(_ link: TimelineLink) -> JSONValue {
        [
            "child": .string(link.link.child.description), "parent": .string(link.link.parent.description),
            "kind": .string(link.link.parent.kind.rawValue), "from": .string(link.from?.iso8601UTC),
            "until": .string(link.until?.iso8601UTC), "basis": .string(link.basis.rawValue),
            "confirmed": .bool(link.confirmed), "carries": .bool(link.carries), "denied": .bool(link.denied),
            "probability": .double(link.link.probability), "source": .string(link.link.source),
            "message": .int(Int(link.link.message.rawValue)),
        ]
    }

    private func alias(_ alias: Alias, of answer: TrackAnswer) -> JSONValue {
        let other = alias.alias == answer.found.stored?.subject ? alias.subject : alias.alias
        return [
            "code": .string(other.code), "role": .string(alias.role.rawValue),
            "from": .string(alias.from?.iso8601 ?? alias.recordedAt.iso8601UTC),
        ]
    }

    private func facts(_ answer: TrackAnswer) -> JSONValue {
        let own = answer.timeline?.facts.filter { $0.subject == answer.found.stored?.subject } ?? []
        var members: [String: JSONValue] = [:]
        for fact in own.sorted(by: { $0.message < $1.message }) {
            // A name may tell the unit already: `weight_kg`.
            let unit = fact.unit.flatMap { fact.name.hasSuffix("_\($0)") ? nil : " \($0)" } ?? ""
            members[fact.name] = .string(fact.value + unit)
        }
        return .object(members.sorted { $0.key < $1.key }.map { JSONMember($0.key, $0.value) })
    }

    private func conflict(_ conflict: Conflict) -> JSONValue {
        [
            "kind": .string(conflict.kind.rawValue), "reason": .string(conflict.reason),
            "subjects": .array(conflict.subjects.map { .string($0.description) }),
            "messages": .array(conflict.messages.map { .int(Int($0.rawValue)) }),
        ]
    }

    private func event(_ entry: TimelineEntry) -> JSONValue {
        [
            "milestone": .string(entry.milestone.rawValue), "code": .string(entry.rawCode),
            "classifier": .string(entry.classifier.rawValue), "at": .string(entry.time.iso8601),
            "precision": .string(entry.time.precision.rawValue), "zone": .string(entry.time.basis.rawValue),
            "recordedAt": .string(entry.recordedAt.iso8601UTC), "place": place(entry.place),
            "country": .string(entry.country), "side": .string(entry.side),
            "subject": .string(entry.subject.description), "inherited": .bool(entry.inherited),
            "load": .string(entry.load?.rawValue), "text": .string(entry.text),
            "sources": .array(entry.sources.map { .string($0) }),
            "messages": .array(entry.messages.map { .int(Int($0.rawValue)) }),
            "references": .array(entry.reports.map { .string(EventReference($0).description) }),
        ]
    }
}
