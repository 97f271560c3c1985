public import Tracking

/// One of several numbers that travel together.
public struct Companion: Sendable, Hashable {
    public var number: Int64
    /// The latest thing that is known to have happened to it; nil where nothing is known.
    public var lastEvent: Instant?
    public var lastAsked: Instant?
    /// Whether it is still asked about as one of them; where it has come shows all the same how far they are.
    public var isFollowed: Bool
    /// What it waits for, in the schedule's own words, as it was last planned.
    public var leg: String

    public init(number: Int64, lastEvent: Instant?, lastAsked: Instant?, isFollowed: Bool = true, leg: String = "") {
        self.number = number
        self.lastEvent = lastEvent
        self.lastAsked = lastAsked
        self.isFollowed = isFollowed
        self.leg = leg
    }
}
