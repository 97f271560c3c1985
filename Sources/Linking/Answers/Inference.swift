public import Tracking

/// What was inferred about open parcels: answers with probabilities, repairs, and rules that would be broken.
public struct Inference: Sendable {
    /// One for each bag and one for each parcel that stands alone, in the order of their first members.
    public var posteriors: [Posterior]
    public var repairs: [NumberRepair]
    public var conflicts: [LinkConflict]

    /// The links to store; made when asked, since those of a long train would fill the memory.
    public var links: some Sequence<InferredLink> { posteriors.lazy.flatMap(\.links) }
}
