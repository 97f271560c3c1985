public import Tracking

/// A container with all that is known of it and of its contents, as far as open parcels may have been in it.
public struct KnownContainer: Sendable {
    /// Parcels of one bag and consignor that are told to be inside.
    public struct Contents: Hashable, Sendable {
        public var bag: String?
        public var consignor: String?
    }

    public var stored: StoredSubject
    public var events: [Event] = []
    /// The claims that put it on trains, itself or on its wagon.
    public var trains: [Link] = []
    /// The bills and customs papers that it or its contents stand on.
    public var papers: Set<Subject> = []
    /// The customs lists that are told of its contents.
    public var customsLists: Set<String> = []
    /// The numbers of the bags that are told to be inside.
    public var bags: Set<String> = []
    /// By name, what was told last.
    public var facts: [String: String] = [:]
    /// How many parcels are told to be inside, by bag and consignor.
    public var parcels: [Contents: Int] = [:]
    /// What they come to together, where all of it is told.
    public var takenPieces = 0
    public var takenKilograms = 0.0
    /// Where the parcels inside go, and how many to each.
    public var countries: [String: Int] = [:]
    public var destinations: [String: Int] = [:]
    public var services: [String: Int] = [:]
}
