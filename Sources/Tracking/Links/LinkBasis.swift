/// What a link rests on; the first that applies outranks the rest, which stay visible.
public enum LinkBasis: String, Sendable, Hashable, CaseIterable {
    /// A person said so.
    case byHand = "by-hand"
    /// One scan named both.
    case observed
    /// A paper of the time, or a later one, says so.
    case declared
    /// Worked out from evidence, with a probability.
    case inferred
    /// A paper from before the departure says so.
    case planned
}
