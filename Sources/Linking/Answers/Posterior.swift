public import Tracking

/// What is believed about the parcels of one bag, or about one parcel alone.
public struct Posterior: Sendable {
    /// A parent and its calibrated probability.
    public struct Share: Hashable, Sendable {
        public var parent: Subject
        public var probability: Double
        /// Before the calibration.
        public var stated: Double
    }

    /// The parcels, by their numbers; they all have this answer.
    public var members: [Subject]
    /// The bag they share, where it is a subject and all of it is judged here.
    public var bag: Subject?
    /// Members that their own papers put in another bag, or in none.
    public var strays: [Subject] = []
    public var isPooled: Bool { members.count > 1 }
    /// The most probable first; what is not named is spread over the rest and "none of these".
    public var containers: [Share] = []
    public var trains: [Share] = []
    /// The container they were given to under the capacities; nil for none.
    public var assigned: Subject?
    /// What speaks for each of the containers, in their order.
    public var evidence: [[LinkEvidence]] = []
}
