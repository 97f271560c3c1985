/// Which place a code of a scheme belongs to.
struct PlaceCodes: Sendable {
    private var places: [PlaceScheme: [String: String]] = [:]

    /// The code of the place; nil when the text is none of the scheme's codes that we know.
    func place(_ text: String, _ scheme: PlaceScheme) -> String? {
        places[scheme]?[text]
    }

    mutating func add(_ place: Place) {
        add(place.code, .node, of: place.code)
        if let unlocode = place.unlocode { add(unlocode, .unlocode, of: place.code) }
    }

    /// Adds a code; an ESR code also as it is written without its check digit and without leading zeros.
    mutating func add(_ code: String, _ scheme: PlaceScheme, of place: String) {
        places[scheme, default: [:]][code] = place
        guard scheme == .esr else { return }
        for short in [String(code.prefix(5)), String(code.drop { $0 == "0" })] where places[.esr]?[short] == nil {
            places[.esr, default: [:]][short] = place
        }
    }
}
