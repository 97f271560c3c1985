/// Counts requests against a rate, as a token bucket does.
struct Gate {
    enum Ruling: Hashable {
        case admitted
        /// Refused; `isViolation` when the client had been told to wait until later than this.
        case refused(retryAfterSeconds: Int, isViolation: Bool)
    }

    private let limit: RateLimit
    private var tokens: Double
    private var filledAt: Duration
    private var closedUntil = Duration.zero

    init(_ limit: RateLimit, at now: Duration) {
        self.limit = limit
        tokens = limit.burst
        filledAt = now
    }

    /// `now` is real time and never goes back.
    mutating func rule(at now: Duration) -> Ruling {
        let seconds = Double((now - filledAt).wholeMicroseconds) / 1_000_000
        tokens = min(limit.burst, tokens + seconds * limit.perSecond)
        filledAt = now
        guard tokens < 1 else {
            tokens -= 1
            return .admitted
        }
        let isViolation = now < closedUntil
        let wait = max(1, Int(((1 - tokens) / limit.perSecond).rounded(.up)))
        closedUntil = max(closedUntil, now + .seconds(wait))
        return .refused(retryAfterSeconds: wait, isViolation: isViolation)
    }
}
