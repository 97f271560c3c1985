import Tracking

/// Lets requests through at a steady rate with a small burst, by asking when the next may go.
struct TokenBucket: Sendable {
    /// Milliseconds between requests in the long run.
    private let spacing: Double
    private let burst: Double
    /// When the bucket would have been empty, in milliseconds; the theoretical arrival time of the next request.
    private var arrival: Double = -.infinity

    /// - Parameters:
    ///   - perSecond: requests a second in the long run, above 0.
    ///   - burst: requests that may go at once after a pause, 1 or more.
    init(perSecond: Double, burst: Int) {
        spacing = 1000 / perSecond
        self.burst = Double(max(burst, 1))
    }

    /// Takes the next place in the row and returns when its request may go: `now`, or later.
    mutating func take(now: Instant) -> Instant {
        let now = Double(now.milliseconds)
        let earliest = max(arrival, now)
        arrival = earliest + spacing
        let allowed = earliest - spacing * (burst - 1)
        return Instant(milliseconds: Int64(max(allowed, now).rounded(.up)))
    }
}
