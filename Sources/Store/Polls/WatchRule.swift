public import Tracking

/// Which numbers a carrier is bound to unbidden, as soon as a message brings them.
public enum WatchRule: Sendable, Hashable {
    /// Every number of a kind.
    case kind(SubjectKind)
    /// Every code that matches a pattern with `*` and `?`.
    case pattern(String)
}
