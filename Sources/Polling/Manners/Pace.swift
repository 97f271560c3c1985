import Tracking

/// Which share of the settings' rate a carrier is asked at: halved when it says that this is too much, and back again a
/// little with every hour that it does not (additive increase, multiplicative decrease).
struct Pace: Sendable, Equatable {
    /// What an hour without "too much" gives back.
    static let growth = 0.05
    /// A carrier that says nothing but "too much" is asked at this share: less would take days to come back from, and
    /// its own pauses and the breaker hold besides.
    static let least = 1.0 / 64

    /// The share at `slowedAt`, above 0 up to 1.
    private(set) var shareThen: Double
    /// When it last said "too much".
    private(set) var slowedAt: Instant?
    private(set) var halvedAt: Instant?

    init(shareThen: Double = 1, slowedAt: Instant? = nil, halvedAt: Instant? = nil) {
        self.shareThen = min(max(shareThen, Self.least), 1)
        self.slowedAt = slowedAt
        self.halvedAt = halvedAt
    }

    func share(at now: Instant) -> Double {
        guard shareThen < 1, let slowedAt else { return shareThen }
        let cleanHours = max(now.since(slowedAt).wholeMilliseconds / 3_600_000, 0)
        return min(1, shareThen + Self.growth * Double(cleanHours))
    }

    /// The carrier says "too much".
    ///
    /// - Parameter period: what several requests sent together may be told is told once: no second halving within this.
    mutating func slowDown(at now: Instant, period: Duration) {
        shareThen = share(at: now)
        slowedAt = now
        // A clock that was set back must not hold the halving off until it has caught up.
        if let halvedAt, halvedAt <= now, now.since(halvedAt) < period { return }
        shareThen = max(shareThen / 2, Self.least)
        halvedAt = now
    }
}
