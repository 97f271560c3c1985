public import Tracking

/// What the schedule makes of a number.
public struct PlannedCheck: Sendable, Hashable {
    public enum Turn: Sendable, Hashable {
        /// Asked now; then at this instant, if nothing better is learnt from the answer.
        case now(next: Instant)
        /// Not asked before this instant.
        case later(Instant)
        /// Not asked any more; the stable word for why.
        case never(String)
    }

    public var turn: Turn
    /// What it waits for, in the schedule's own words, and since when.
    public var leg: String
    public var beganAt: Instant?
    /// For how many numbers an answer about it speaks.
    public var weight: Double

    public init(turn: Turn, leg: String = "", beganAt: Instant? = nil, weight: Double = 1) {
        self.turn = turn
        self.leg = leg
        self.beganAt = beganAt
        self.weight = weight
    }
}
