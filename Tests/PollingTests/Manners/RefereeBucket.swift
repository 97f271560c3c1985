import Tracking

/// Whether there were ever more than burst + rate × time requests in any window.
///
/// The greatest excess of all windows that end now is the greater of that before, less what the time since allows, and
/// nothing; so one number judges them all.
struct RefereeBucket {
    let perSecond: Double
    let burst: Int
    private var excess = 0.0
    private var last: Instant?

    init(perSecond: Double, burst: Int) {
        self.perSecond = perSecond
        self.burst = burst
    }

    mutating func conforms(_ now: Instant) -> Bool {
        if let last { excess = max(0, excess - Double(now.milliseconds - last.milliseconds) / 1000 * perSecond) }
        last = now
        excess += 1
        return excess <= Double(burst) + 1e-3
    }
}
