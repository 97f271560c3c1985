public import Tracking

/// What the schedule of one carrier must remember: what a question costs, and what has been asked since that was set.
public struct LedgerRecord: Sendable, Hashable {
    /// What a question costs, in hours of delay of one number.
    public var price: Double
    /// Requests that were due and not asked when it was set.
    public var backlog: Double
    /// Requests since then.
    public var served: Double
    public var setAt: Instant
    /// Days since 1970 in UTC: when the parcels that are asked about though their box is were last drawn.
    public var drawnDay: Int?

    public init(price: Double, backlog: Double = 0, served: Double = 0, setAt: Instant, drawnDay: Int? = nil) {
        self.price = price
        self.backlog = backlog
        self.served = served
        self.setAt = setAt
        self.drawnDay = drawnDay
    }
}
