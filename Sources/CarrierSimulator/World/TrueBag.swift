/// A bag as it was really closed, and what is really in it.
public struct TrueBag: Hashable, Sendable {
    /// The consolidator's own number.
    public var number: String
    /// Where it is taken out of the container.
    public var unloadedAt: Station
    public var parcels: [TrueParcel]
}
