import Terminal
import Tracking

/// Writes an EPCIS 2.0 document.
///
/// Every event of ours is an ObjectEvent; a link is an AggregationEvent, on wagons, trucks and trains an AssociationEvent,
/// and under a bill or a customs paper a TransactionEvent. What the standard has no word for stands beside it under the
/// prefix `caravan`, so that nothing is lost when the document is read here again: the milestone, the carrier's own code,
/// the place, how exactly the time is known, and what a link rests on.
struct EPCISDocument {
    let uris: EPCISNames
    let places: Places

    /// - Parameter createdAt: the time of the writing.
    func value(_ content: ExportContent, createdAt: Instant) -> JSONValue {
        let events = content.events.values.sorted {
            ($0.time.instant, $0.key.words.joined()) < ($1.time.instant, $1.key.words.joined())
        }
        let links = content.links.values.flatMap(values)
            .sorted { ($0.at, $0.id, $0.value.write()) < ($1.at, $1.id, $1.value.write()) }
        return [
            "@context": [
                "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                ["caravan": .string(uris.namespace)],
            ],
            "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": .string(createdAt.iso8601UTC),
            "epcisBody": ["eventList": .array(events.map(value) + links.map(\.value))],
        ]
    }

    // MARK: - Events

    private func value(_ event: Event) -> JSONValue {
        let step = EPCISStep(event.milestone)
        let place = event.place.flatMap { places.place(for: $0) }
        var members = begin("ObjectEvent", uris.event(["event"] + event.key.words), event.time)
        members.append(JSONMember("action", .string(step.action)))
        members.append(JSONMember("epcList", [.string(uris.thing(event.subject))]))
        add("bizStep", step.step, to: &members)
        add("disposition", step.disposition, to: &members)
        if let reference = event.place {
            members.append(JSONMember("readPoint", ["id": .string(uris.place(reference, place))]))
        }
        add("caravan:milestone", event.milestone.rawValue, to: &members)
        add("caravan:code", event.rawCode, to: &members)
        add("caravan:place", event.place?.text, to: &members)
        add("caravan:country", event.country, to: &members)
        add("caravan:load", event.load?.rawValue, to: &members)
        if event.time.precision != .second { add("caravan:precision", event.time.precision.rawValue, to: &members) }
        if event.time.basis != .reported { add("caravan:zone", event.time.basis.rawValue, to: &members) }
        add("caravan:source", event.source, to: &members)
        return .object(members)
    }

    private func begin(_ type: String, _ id: String, _ time: EventTime) -> [JSONMember] {
        [
            JSONMember("type", .string(type)), JSONMember("eventID", .string(id)),
            JSONMember("eventTime", .string(Self.text(time))),
            JSONMember("eventTimeZoneOffset", .string(Self.offset(time.offsetMinutes))),
        ]
    }

    private func add(_ name: String, _ value: String?, to members: inout [JSONMember]) {
        if let value, !value.isEmpty { members.append(JSONMember(name, .string(value))) }
    }

    // MARK: - Links

    private struct Written {
        var at: Instant
        var id: String
        var value: JSONValue
    }

    /// One event for the beginning and one for the end; where neither was told, one of the day the paper came.
    private func values(_ link: Link) -> [Written] {
        let words = [
            link.child.kind.rawValue, link.child.description, link.parent.kind.rawValue, link.parent.description,
            link.source, link.basis?.rawValue ?? "", link.from.map(Self.text) ?? "", link.until.map(Self.text) ?? "",
        ]
        let claim = uris.event(["link"] + words)
        var times: [(action: String, time: EventTime)] = []
        if let from = link.from { times.append(("ADD", from)) }
        if let until = link.until { times.append(("DELETE", until)) }
        if times.isEmpty { times.append(("OBSERVE", EventTime(link.recordedAt, offsetMinutes: 0))) }
        return times.map { action, time in
            let id = times.count == 1 ? claim : uris.event(["link", action] + words)
            return Written(
                at: time.instant, id: id, value: value(link, id: id, claim: claim, action: action, time: time))
        }
    }

    private func value(_ link: Link, id: String, claim: String, action: String, time: EventTime) -> JSONValue {
        let (child, parent) = (uris.thing(link.child), uris.thing(link.parent))
        var members = begin(Self.type(of: link), id, time)
        members.append(JSONMember("action", .string(action)))
        if Self.isPaper(link.parent) {
            var paper: [JSONMember] = []
            if link.parent.kind == .consignment { add("type", "bol", to: &paper) }
            add("bizTransaction", parent, to: &paper)
            members.append(JSONMember("bizTransactionList", [.object(paper)]))
            members.append(JSONMember("epcList", [.string(child)]))
        } else {
            add("parentID", parent, to: &members)
            members.append(JSONMember("childEPCs", [.string(child)]))
        }
        add("caravan:basis", link.basis?.rawValue ?? "paper", to: &members)
        add("caravan:from", link.from.map(Self.text), to: &members)
        add("caravan:until", link.until.map(Self.text), to: &members)
        if claim != id { add("caravan:claim", claim, to: &members) }
        add("caravan:source", link.source, to: &members)
        return .object(members)
    }

    private static func isPaper(_ subject: Subject) -> Bool { [.consignment, .declaration].contains(subject.kind) }

    private static func type(of link: Link) -> String {
        switch link.parent.kind {
        case .consignment, .declaration: "TransactionEvent"
        case .wagon, .vehicle, .train: "AssociationEvent"
        case .parcel, .bag, .container: "AggregationEvent"
        }
    }

    // MARK: - Times

    /// A day is written as its local beginning, and marked.
    private static func text(_ time: EventTime) -> String {
        EventTime(time.instant, offsetMinutes: time.offsetMinutes).iso8601
    }

    /// `+08:00`, never `Z`.
    private static func offset(_ minutes: Int) -> String {
        let size = abs(minutes)
        let digits = [size / 60, size % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (minutes < 0 ? "-" : "+") + digits.joined(separator: ":")
    }
}
