import Terminal
import Tracking

/// Lays out what was found.
struct FindTable {
    let places: Places
    let language: Language
    let utc: Bool
    let isData: Bool

    /// Of more parcels under one number than these, only how many is said.
    private static let mostOwners = 3

    func table(_ findings: Finder.Findings) -> TextTable {
        var table = TextTable(
            ["kind", "number", "scheme", "role", "of", "status", "place", "since", "by", "parcels", "found by"]
                .map { TableColumn($0) })
        for row in findings.rows + findings.places.flatMap(\.rows) { table.append(cells(row)) }
        return table
    }

    private func cells(_ row: FoundRow) -> [TableCell] {
        let status = row.status
        return [
            .text(row.kind), .text(row.code), .text(row.subject?.scheme.rawValue), .text(role(row)),
            .text(owners(row)), .text(state(row)),
            .text(status?.place.map { PlaceText.name($0, places, language) }),
            .time(status.map { PlaceText.local($0.time, at: $0.place, places, utc: utc) }),
            .text(status.map { $0.inherited ? $0.subject.kind.rawValue : "own" }),
            .integer(row.parcels ?? row.bearers), .text(row.match.word),
        ]
    }

    private func role(_ row: FoundRow) -> String? {
        if case .reference(let name) = row.match { return name }
        return row.role?.rawValue
    }

    private func owners(_ row: FoundRow) -> String? {
        guard !row.owners.isEmpty else { return nil }
        guard row.owners.count > Self.mostOwners, !isData else {
            return row.owners.map(\.code).joined(separator: ", ")
        }
        return "\(CountText.of(row.owners.count)) \(row.owners[0].kind.rawValue)s"
    }

    private func state(_ row: FoundRow) -> String? {
        guard let status = row.status else {
            if let train = row.expected { return "expected on \(train.code)" }
            // A number that several share has no news of its own.
            return row.bearers != nil || row.owners.count > 1 ? nil : "nothing happened yet"
        }
        return status.milestone.name(language) + (status.side.map { " (\($0))" } ?? "")
    }
}
