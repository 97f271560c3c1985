import Terminal
import Tracking

/// What is said beside the table: what a limit cut, what stands at a place, what else may have been meant.
struct FindText {
    let language: Language

    func remarks(_ findings: Finder.Findings, of text: String) -> [String] {
        var remarks = findings.places.map(remark)
        if findings.hasMore {
            let shown = CountText.of(findings.rows.count)
            remarks.append("\(shown) shown, and there are more: type more of it, or --limit")
        }
        guard findings.isEmpty else { return remarks }
        if findings.places.isEmpty { remarks.append("nothing is known by \(SafeText.show(text))") }
        if !findings.suggestions.isEmpty {
            let numbers = findings.suggestions.map { SafeText.show($0.code) }.joined(separator: ", ")
            remarks.append("known numbers that differ in one place, to compare with the paper: \(numbers)")
        }
        return remarks
    }

    private func remark(_ findings: PlaceFindings) -> String {
        let name = SafeText.show(findings.place.shortName(language)) + " (\(findings.place.code))"
        guard findings.count > 0 else { return "\(name): no train or container stands there" }
        let counts = PlaceFinder.kinds.compactMap { kind -> String? in
            guard let count = findings.counts[kind] else { return nil }
            return "\(CountText.of(count)) \(kind.rawValue)\(count == 1 ? "" : "s")"
        }
        let shown = findings.rows.count < findings.count ? ", \(CountText.of(findings.rows.count)) shown" : ""
        let parcels = "caravan list --at \(findings.place.code) has the parcels"
        return "\(name): \(counts.joined(separator: ", "))\(shown); \(parcels)"
    }
}
