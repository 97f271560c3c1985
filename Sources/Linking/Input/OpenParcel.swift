public import Tracking

/// A parcel whose container nobody has told, with all that is known of it.
public struct OpenParcel: Hashable, Sendable {
    public var subject: Subject
    /// The number of its bag as received, right or wrong.
    public var bag: String?
    /// The bag as a subject of its own, where it is one; links of a pooled bag are then the bag's.
    public var bagSubject: Subject?
    public var sightings: [Sighting] = []
    /// Code of the hub it is bound for, where known.
    public var hub: String?
    /// ISO 3166 alpha-2 of the door it goes to.
    public var country: String?
    /// The line-haul product or service it was sold.
    public var service: String?
    /// The customs list as received.
    public var customsList: String?
    /// The bill (提单号, billNo) as received.
    public var bill: String?
    public var weightGrams: Int?
    /// Nil counts as one piece.
    public var pieces: Int?
    /// Who sends it; parcels of different consignors are no evidence for each other.
    public var consignor: String?

    public init(_ subject: Subject) {
        self.subject = subject
    }
}
