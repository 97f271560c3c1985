/// How many requests a carrier takes: so many per second of real time, and so many at once after a pause.
public struct RateLimit: Hashable, Sendable {
    /// Greater than 0.
    public var perSecond: Double
    /// At least 1.
    public var burst: Double

    public init(perSecond: Double, burst: Double = 1) {
        self.perSecond = max(0.001, perSecond)
        self.burst = max(1, burst)
    }
}
