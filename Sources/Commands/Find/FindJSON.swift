import Terminal
import Tracking

/// Writes what was found as JSON; fields are never left out, only null.
struct FindJSON {
    let track: TrackJSON

    func value(_ findings: Finder.Findings, of text: String) -> JSONValue {
        [
            "text": .string(text), "found": .array(findings.rows.map(row)), "more": .bool(findings.hasMore),
            "places": .array(findings.places.map(place)),
            "suggestions": .array(findings.suggestions.map { .string($0.description) }),
        ]
    }

    private func place(_ findings: PlaceFindings) -> JSONValue {
        [
            "place": track.place(PlaceReference(text: findings.place.code)),
            "trains": .int(findings.counts[.train] ?? 0), "containers": .int(findings.counts[.container] ?? 0),
            "found": .array(findings.rows.map(row)),
        ]
    }

    private func row(_ row: FoundRow) -> JSONValue {
        let status = row.status
        return [
            "code": .string(row.code), "kind": .string(row.kind), "scheme": .string(row.subject?.scheme.rawValue),
            "foundBy": .string(row.match.word), "position": .string(position(row.match)),
            "fact": .string(fact(row.match)), "role": .string(row.role?.rawValue),
            "of": .array(row.owners.map { .string($0.description) }), "bearers": .int(row.bearers),
            "milestone": .string(status?.milestone.rawValue), "at": .string(status?.time.iso8601),
            "precision": .string(status?.time.precision.rawValue), "place": track.place(status?.place),
            "side": .string(status?.side), "inherited": .bool(status?.inherited),
            "subject": .string(status?.subject.description), "basis": .string(status?.basis?.rawValue),
            "probability": .double(status?.probability), "expected": .string(row.expected?.description),
            "parcels": .int(row.parcels),
        ]
    }

    private func position(_ match: FoundRow.Match) -> String? {
        guard case .number(let position) = match else { return nil }
        return switch position {
        case .whole: "whole"
        case .beginning: "beginning"
        case .end: "end"
        case .inside: "inside"
        }
    }

    private func fact(_ match: FoundRow.Match) -> String? {
        if case .reference(let name) = match { name } else { nil }
    }
}
