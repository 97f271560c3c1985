/// The places that a dossier names, each looked up once.
struct PlaceLookup {
    private let known: [PlaceReference: PlaceFacts]

    init(_ references: some Sequence<PlaceReference>, places: (PlaceReference) -> Place?) {
        var known: [PlaceReference: PlaceFacts] = [:]
        var unknown: Set<PlaceReference> = []
        for reference in references where known[reference] == nil && !unknown.contains(reference) {
            if let place = places(reference) {
                known[reference] = PlaceFacts(place)
            } else {
                unknown.insert(reference)
            }
        }
        self.known = known
    }

    subscript(reference: PlaceReference) -> PlaceFacts? { known[reference] }
}
