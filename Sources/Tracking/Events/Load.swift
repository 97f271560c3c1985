/// Whether a container moved full or empty, where the message says so.
///
/// An empty gate-out begins a container's journey and an empty return ends it, so that a re-used box does not lend its
/// next trip to the parcels of this one.
public enum Load: String, Sendable, Hashable {
    case laden
    case empty
}
