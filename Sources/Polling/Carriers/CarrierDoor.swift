import Store
import Tracking

/// Whether a carrier may be asked now: rate, quota, Retry-After and blocks, for all of its numbers together.
///
/// A value: the lane that owns it decides when to save its state.
struct CarrierDoor: Sendable {
    /// Whether the next request may go, or when.
    enum Opening: Equatable {
        /// Not before this instant.
        case at(Instant)
        case closed(Closed)
    }

    /// Why no request may go, and until when.
    struct Closed: Equatable, Sendable {
        var until: Instant
        var kind: String
    }

    /// A carrier that refuses us is tried with one number after this long, so that a mended key is noticed.
    static let probeAfter: Duration = .hours(1)

    private(set) var state: CarrierState
    private var bucket: TokenBucket
    private let quota: Int?

    init(state: CarrierState, requestsPerSecond: Double, burst: Int, quotaPerDay: Int?) {
        self.state = state
        bucket = TokenBucket(perSecond: requestsPerSecond, burst: burst)
        quota = quotaPerDay
    }

    /// Takes one place for a request.
    mutating func open(now: Instant) -> Opening {
        if let notBefore = state.notBefore, now < notBefore { return .closed(Closed(until: notBefore, kind: "slow-down")) }
        if state.blockedSince != nil {
            let probe = (state.lastAttempt ?? now).advanced(by: Self.probeAfter)
            if now < probe { return .closed(Closed(until: probe, kind: "blocked")) }
        }
        let day = Int(now.milliseconds / 86_400_000)
        if state.quotaDay != day { (state.quotaDay, state.quotaUsed) = (day, 0) }
        if let quota, state.quotaUsed >= quota {
            let tomorrow = Instant(milliseconds: Int64(day + 1) * 86_400_000)
            return .closed(Closed(until: tomorrow, kind: "quota-used"))
        }
        state.quotaUsed += 1
        state.lastAttempt = now
        return .at(bucket.take(now: now))
    }

    /// The carrier answered as it should.
    mutating func succeeded(at now: Instant) {
        state.lastSuccess = now
        state.failures = 0
        state.lastFailure = nil
        state.blockedSince = nil
        state.blockedReason = nil
        state.notBefore = nil
    }

    /// The carrier could not be asked, or could not answer.
    mutating func failed(_ kind: String) {
        state.failures += 1
        state.lastFailure = kind
    }

    /// The carrier wants to be left alone until `instant`; the later of two such wishes holds.
    mutating func leaveAlone(until instant: Instant) {
        failed("slow-down")
        state.notBefore = max(state.notBefore ?? instant, instant)
    }

    /// The carrier will not talk to us until a person does something.
    mutating func blocked(_ reason: String, at now: Instant) {
        failed("blocked")
        state.blockedSince = state.blockedSince ?? now
        state.blockedReason = reason
    }
}
