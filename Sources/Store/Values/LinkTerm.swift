import Tracking

/// What a link rests on as the database writes it: `observed`, and behind a blank the sender's own id of the event that
/// says so, `observed urn:uuid:…`. The id is part of the key in this way: one event, one claim.
enum LinkTerm {
    /// Nil for a paper without an event of its own.
    static func word(_ basis: LinkBasis?, sourceID: String?) -> String? {
        guard let sourceID, !sourceID.isEmpty else { return basis?.rawValue }
        return "\(basis?.rawValue ?? "") \(sourceID)"
    }

    static func basis(_ word: String) -> LinkBasis? {
        LinkBasis(rawValue: String(word.prefix { $0 != " " }))
    }
}
