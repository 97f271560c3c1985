import Store
import Terminal
import Tracking

/// The events of what was asked as a table, for a spreadsheet: one row for each happening, one for a number without any.
struct TrackTable {
    let places: Places
    let language: Language
    let utc: Bool

    func table(_ answers: [TrackAnswer]) -> TextTable {
        var table = TextTable(
            [
                "code", "kind", "milestone", "classifier", "at", "place", "country", "of", "inherited", "raw code",
                "sources", "recorded", "basis", "probability",
            ].map { TableColumn($0) })
        for answer in answers {
            let entries = answer.timeline?.entries.filter(\.shown) ?? []
            if entries.isEmpty { table.append(head(answer) + [.text(answer.isKnown ? nil : "unknown")]) }
            for entry in entries { table.append(head(answer) + cells(entry)) }
        }
        return table
    }

    private func head(_ answer: TrackAnswer) -> [TableCell] {
        let subject = answer.found.stored?.subject
        return [.text(subject?.code ?? answer.found.code), .text(subject?.kind.rawValue)]
    }

    private func cells(_ entry: TimelineEntry) -> [TableCell] {
        [
            .text(entry.milestone.rawValue), .text(entry.classifier.rawValue),
            .time(PlaceText.local(entry.time, at: entry.place, places, utc: utc)),
            .text(entry.place.map { PlaceText.name($0, places, language) }), .text(entry.country),
            .text(entry.subject.code), .text(entry.inherited ? "yes" : "no"), .text(entry.rawCode),
            .text(entry.sources.joined(separator: ", ")),
            .time(EventTime(entry.recordedAt, offsetMinutes: 0)), .text(entry.basis?.rawValue),
            .decimal(Belief.rounded(entry.probability), digits: 2),
        ]
    }
}
