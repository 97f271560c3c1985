/// Which places a folded name may mean.
struct PlaceNames: Sendable {
    private var meanings: [String: [PlaceTable.Meaning]] = [:]

    func meanings(of folded: String) -> [PlaceTable.Meaning] {
        meanings[folded] ?? []
    }

    mutating func add(_ place: Place) {
        for name in [place.nameEN, place.nameZH, place.nameRU] {
            add(name, of: place, needsCountry: false)
        }
    }

    mutating func add(_ name: String, of place: Place, needsCountry: Bool) {
        let folded = PlaceName.folded(name)
        let meaning = PlaceTable.Meaning(code: place.code, country: place.country, needsCountry: needsCountry)
        guard !folded.isEmpty, meanings[folded]?.contains(meaning) != true else { return }
        meanings[folded, default: []].append(meaning)
    }
}
