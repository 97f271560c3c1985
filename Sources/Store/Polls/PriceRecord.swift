public import Tracking

/// What a question to one carrier costs, and what has been asked since that was set.
public struct PriceRecord: Sendable, Hashable {
    /// In hours of delay of one number.
    public var hours: Double
    /// Requests that were due and not asked when it was set.
    public var backlog: Double
    /// Requests since then.
    public var served: Double
    public var setAt: Instant

    public init(hours: Double, backlog: Double = 0, served: Double = 0, setAt: Instant) {
        self.hours = hours
        self.backlog = backlog
        self.served = served
        self.setAt = setAt
    }
}
