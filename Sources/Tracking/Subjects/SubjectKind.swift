/// What an event can be about.
public enum SubjectKind: String, Sendable, Hashable, CaseIterable {
    /// The e-commerce item a customer tracks (UPU: item).
    case parcel
    /// A receptacle or pallet.
    case bag
    case container
    case wagon
    /// A truck or a vessel.
    case vehicle
    /// What one transport contract covers.
    case consignment
    /// One run of a train number from its origin on a date.
    case train
    /// A customs paper that parcels stand on.
    case declaration
}
