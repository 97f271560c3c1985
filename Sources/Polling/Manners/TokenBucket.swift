import Tracking

/// Lets requests through at a steady rate with a small burst, by telling when the next may go.
///
/// It counts what is not yet worked off, and not the time at which it will be: so a rate that changes meanwhile neither
/// gives a burst away nor takes one twice, and what is kept over a restart holds whatever the settings say then.
struct TokenBucket: Sendable, Equatable {
    /// Requests that may go at once after a pause, 1 or more.
    let burst: Double
    /// Requests not yet worked off at `asOf`.
    private(set) var level: Double
    private(set) var asOf: Instant?

    init(burst: Int, level: Double = 0, asOf: Instant? = nil) {
        self.burst = Double(max(burst, 1))
        self.level = max(level, 0)
        self.asOf = asOf
    }

    /// When the next request may go: `now`, or later.
    ///
    /// - Parameter perSecond: requests a second in the long run, above 0.
    func opens(now: Instant, perSecond: Double) -> Instant {
        let excess = level(at: now, perSecond: perSecond) + 1 - burst
        // Less than a millionth of a request is the rounding of the reckoning.
        guard excess > 1e-6 else { return now }
        return Instant(milliseconds: now.milliseconds + Int64((excess / perSecond * 1000).rounded(.up)))
    }

    /// A request goes.
    mutating func take(now: Instant, perSecond: Double) {
        settle(now: now, perSecond: perSecond)
        if perSecond.isFinite { level += 1 }
    }

    /// Works off what the time since the last look allows; to be called before the rate changes.
    ///
    /// A clock that was set back stops the working off for a moment and not until it has caught up.
    mutating func settle(now: Instant, perSecond: Double) {
        level = level(at: now, perSecond: perSecond)
        asOf = now
    }

    /// Requests not yet worked off at `now`.
    func level(at now: Instant, perSecond: Double) -> Double {
        guard level > 0, perSecond.isFinite, let asOf else { return 0 }
        let passed = Double(max(now.milliseconds - asOf.milliseconds, 0)) / 1000
        return max(level - passed * perSecond, 0)
    }

    /// The bucket after `count` more requests, as it is written down before they go.
    func ahead(by count: Int) -> TokenBucket {
        var ahead = self
        ahead.level += Double(count)
        return ahead
    }
}
