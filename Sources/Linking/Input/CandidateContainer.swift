public import Tracking

/// A container that open parcels may be in, with all that is known of it.
public struct CandidateContainer: Hashable, Sendable {
    public var subject: Subject
    /// The train it left on by the consist; nil where only the container is known.
    public var train: Subject?
    /// When that train, or the container itself, left the origin.
    public var departure: EventTime?
    /// When it was sealed or stuffed, else when it was gated in.
    public var sealed: EventTime?
    /// When it reached the place where it is emptied.
    public var arrival: EventTime?
    /// Its border events, each with its place.
    public var crossings: [Sighting] = []
    /// Code of the hub it is bound for.
    public var hub: String?
    /// ISO 3166 alpha-2 of that hub.
    public var country: String?
    public var service: String?
    /// Customs lists that papers say it carries; empty where no paper says anything.
    public var customsLists: Set<String> = []
    public var bills: Set<String> = []
    /// Numbers of the bags that papers say it carries.
    public var bags: Set<String> = []
    /// Pieces and gross grams that its papers declare; nil where they do not.
    public var declaredPieces: Int?
    public var declaredGrams: Int?
    /// How many of them belong to parcels already known to be inside.
    public var takenPieces = 0
    public var takenGrams = 0
    /// Parcels already known to be inside, by bag and consignor.
    public var neighbours: [BagNeighbours] = []

    public init(_ subject: Subject) {
        self.subject = subject
    }
}
