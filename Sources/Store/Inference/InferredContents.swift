/// Parcels that only inference puts into a subject, at any depth; none of them is listed in it.
public struct InferredContents: Equatable, Sendable {
    /// Believed, with a probability that counts.
    public var believed = 0
    /// Possible: in it with some probability, and believed to be nowhere.
    public var possible = 0

    public var isEmpty: Bool { believed == 0 && possible == 0 }
}
