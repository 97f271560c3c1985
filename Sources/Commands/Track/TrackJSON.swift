import Store
import Terminal
import Tracking

/// Writes an answer of `track --json`: one object for each code that was asked; fields are never left out, only null.
struct TrackJSON {
    let places: Places

    /// The messages behind the answer stand last, where they are wanted.
    func value(_ answer: TrackAnswer) -> JSONValue {
        let value = told(answer)
        guard let raw = answer.raw, case .object(let members) = value else { return value }
        return .object(members + [JSONMember("raw", .array(raw.map(\.json)))])
    }

    private func told(_ answer: TrackAnswer) -> JSONValue {
        [
            "code": .string(answer.found.stored?.subject.code ?? answer.found.code),
            "askedAs": .string(answer.found.code),
            "askedRole": .string(answer.askedAs?.rawValue),
            "kind": .string(answer.found.stored?.subject.kind.rawValue),
            "scheme": .string(answer.found.scheme?.rawValue),
            "checkDigit": .string(answer.found.checkDigit.rawValue),
            "aliases": .array(answer.timeline?.numbers.map(alias) ?? []),
            "standsFor": .array(answer.standsFor.map(sharer)),
            "sameCode": .array(answer.found.others.map { .string($0.subject.description) }),
            "status": status(answer.timeline),
            "pieces": pieces(answer.timeline),
            "interruptions": .array(answer.timeline.map(Interruption.all)?.map(interruption) ?? []),
            "split": answer.timeline?.split.map(split) ?? .null,
            "earlierLife": answer.timeline?.earlierLife.map(earlier) ?? .null,
            "expected": .array(answer.timeline?.expected.map { .string($0.description) } ?? []),
            "asked": asked(answer.freshness),
            "candidates": .array(answer.timeline?.candidates.map(candidate) ?? []),
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

    private func interruption(_ interruption: Interruption) -> JSONValue {
        [
            "milestone": .string(interruption.begin.milestone.rawValue),
            "at": .string(interruption.begin.time.iso8601), "place": place(interruption.begin.place),
            "subject": .string(interruption.begin.subject.description),
            "train": .string(interruption.train?.code), "endedAt": .string(interruption.end?.time.iso8601),
            "nextTrain": .string(interruption.nextTrain?.code),
        ]
    }

    private func split(_ split: Split) -> JSONValue {
        [
            "consignment": .string(split.consignment.description),
            "containers": .array(split.positions.map(position)),
            "progress": progress(split.progress), "noNews": .int(split.progress.noNews),
        ]
    }

    private func position(_ position: Split.Position) -> JSONValue {
        [
            "container": .string(position.container.code), "milestone": .string(position.milestone?.rawValue),
            "at": .string(position.time?.iso8601), "place": place(position.place), "side": .string(position.side),
            "expected": .string(position.expected?.description),
        ]
    }

    func progress(_ progress: DepartureProgress) -> JSONValue {
        .array(
            progress.groups.map { group in
                [
                    "milestone": .string(group.milestone.rawValue), "place": place(group.place),
                    "side": .string(group.side), "containers": .int(group.count),
                ]
            })
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
            "confirmed": .bool(link.confirmed), "inConflict": .bool(link.inConflict),
            "outrankedBy": link.outrankedBy.map { .int(Int($0.rawValue)) } ?? .null, "carries": .bool(link.carries),
            "denied": .bool(link.denied),
            "probability": .double(link.link.probability), "source": .string(link.link.source),
            "message": .int(Int(link.link.message.rawValue)),
            "evidence": evidence(link.link.evidence),
        ]
    }

    func candidate(_ candidate: Candidate) -> JSONValue {
        [
            "parent": .string(candidate.parent.description), "kind": .string(candidate.parent.kind.rawValue),
            "probability": .double(candidate.probability), "evidence": evidence(candidate.link.evidence),
        ]
    }

    private func evidence(_ evidence: [LinkEvidence]) -> JSONValue {
        .array(
            evidence.map { piece in
                ["kind": .string(piece.kind.rawValue), "bits": .double(piece.bits), "text": .string(piece.text)]
            })
    }

    private func alias(_ number: TimelineNumber) -> JSONValue {
        [
            "code": .string(number.subject.code), "subject": .string(number.subject.description),
            "role": .string(number.role.rawValue),
            "from": .string(number.from?.iso8601 ?? number.recordedAt.iso8601UTC),
            "until": .string(number.until?.iso8601UTC), "shared": .bool(number.isShared),
            "sources": .array(number.sources.map { .string($0) }),
        ]
    }

    private func sharer(_ sharer: TrackAnswer.Sharer) -> JSONValue {
        [
            "code": .string(sharer.subject.code), "subject": .string(sharer.subject.description),
            "kind": .string(sharer.subject.kind.rawValue),
            "milestone": .string(sharer.status?.milestone.rawValue), "at": .string(sharer.status?.time.iso8601),
            "place": place(sharer.status?.place), "inherited": .bool(sharer.status?.inherited),
        ]
    }

    private func earlier(_ life: EarlierLife) -> JSONValue {
        ["milestone": .string(life.milestone.rawValue), "at": .string(life.time.iso8601)]
    }

    private func pieces(_ timeline: Timeline?) -> JSONValue {
        guard let pieces = timeline?.pieces else { return .null }
        return [
            "count": .int(pieces.count), "delivered": .int(pieces.delivered.count),
            "open": .array(pieces.open.map { .string($0.code) }),
        ]
    }

    /// What is stated of any number of the subject: of the same name what later legs say yields to what is said of the
    /// line haul, and the former to the latter.
    private func facts(_ answer: TrackAnswer) -> JSONValue {
        guard let timeline = answer.timeline else { return .object([]) }
        var legs = [timeline.subject: 1]
        for number in timeline.numbers where !number.isShared { legs[number.subject] = number.role.isLaterLeg ? 0 : 1 }
        let own = timeline.facts.compactMap { fact in legs[fact.subject].map { (leg: $0, fact: fact) } }
        var members: [String: JSONValue] = [:]
        for fact in own.sorted(by: { ($0.leg, $0.fact.message) < ($1.leg, $1.fact.message) }).map(\.fact) {
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
            "sides": .array(
                conflict.sides.map { side in
                    [
                        "message": .int(Int(side.message.rawValue)), "source": .string(side.source),
                        "says": .string(side.says),
                    ]
                }),
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
