public import Tracking

/// A hard rule that the evidence would break; the link is withheld and the reason told.
public struct LinkConflict: Hashable, Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A number names a container that cannot have carried the parcel at the time of its scans.
        case unreachable
        /// More pieces or weight would be in the container than it declares.
        case overfull
        /// A parcel's scans do not fit the rest of its bag.
        case apart
        /// The same parcel was given twice.
        case twice
    }

    public var kind: Kind
    public var child: Subject
    public var parent: Subject?
    /// What cannot be true, for a person.
    public var reason: String
}
