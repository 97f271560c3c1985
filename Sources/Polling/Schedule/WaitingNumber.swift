public import Forecasting
public import Tracking

/// What the schedule needs to know of a number: what it waits for, since when, and when it was last asked about.
public struct WaitingNumber: Sendable, Hashable {
    public var leg: Leg
    /// When the leg began: the latest thing that is known to have happened.
    public var began: Instant
    public var lastAsked: Instant
    /// For how many numbers an answer about it speaks; see ``TravelRole``.
    public var weight: Double

    public init(leg: Leg, began: Instant, lastAsked: Instant, weight: Double = 1) {
        self.leg = leg
        self.began = began
        self.lastAsked = lastAsked
        self.weight = weight
    }
}
