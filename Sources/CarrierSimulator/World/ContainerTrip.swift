public import Tracking

/// One laden trip of a container from Urumqi; the same box may make other trips before and after.
public struct ContainerTrip: Hashable, Sendable {
    /// ISO 6346 with its check digit.
    public var number: String
    /// ISO 6346 size and type, `45G1`.
    public var sizeType: String
    public var seal: String
    /// Number of the consignment note it travels on.
    public var consignment: String
    /// Ordinal of the train whose manifest lists it.
    public var listedOn: Int
    /// Ordinal of the train it really left on.
    public var leftOn: Int
    public var fate: Fate
    /// Where it is emptied for good.
    public var destination: Station
    /// Where the first of its bags is taken out before the destination, if any is.
    public var partialStripAt: Station?
    /// From the empty gate-out to the empty return, in the order of time.
    public var events: [TrueEvent]
    /// What the box did before this trip and after it, laden for others; not this trip's parcels' story.
    public var otherUse: [TrueEvent]
    var cargo: CargoPlan

    /// Whether the box carries something else before or after this trip.
    public var isReused: Bool { !otherUse.isEmpty }

    /// The first event of a milestone, at a station if one is given.
    public func first(_ milestone: Milestone, at station: Station? = nil) -> TrueEvent? {
        events.first { $0.milestone == milestone && (station == nil || $0.station == station) }
    }
}
