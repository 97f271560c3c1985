/// Places with what leads to them: their codes, and apart from those their names.
struct PlaceTable: Sendable {
    /// A place that a name means, perhaps only where its country is stated beside it.
    struct Meaning: Hashable, Sendable {
        var code: String
        var country: String
        var needsCountry: Bool
    }

    private(set) var places: [Place] = []
    private var indices: [String: Int] = [:]

    init(capacity: Int = 0) {
        places.reserveCapacity(capacity)
        indices.reserveCapacity(capacity)
    }

    subscript(code: String) -> Place? {
        indices[code].map { places[$0] }
    }

    mutating func add(_ place: Place) {
        if let index = indices[place.code] {
            places[index] = place
        } else {
            indices[place.code] = places.count
            places.append(place)
        }
    }
}
