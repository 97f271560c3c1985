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
    /// How often the carrier asked to be left alone: whoever waited for a place meanwhile looks again.
    private(set) var wishes = 0

    init(state: CarrierState, requestsPerSecond: Double, burst: Int, quotaPerDay: Int?) {
        self.state = state
        bucket = TokenBucket(perSecond: requestsPerSecond, burst: burst)
        quota = quotaPerDay
    }

    /// Takes one place for a request.
    mutating func open(now: Instant) -> Opening {
        if let closed = closed(now: now) { return .closed(closed) }
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

    /// Whether the carrier itself wants no request now.
    func closed(now: Instant) -> Closed? {
        if let notBefore = state.notBefore, now < notBefore { return Closed(until: notBefore, kind: "slow-down") }
        guard state.blockedSince != nil else { return nil }
        let probe = (state.lastAttempt ?? now).advanced(by: Self.probeAfter)
        return now < probe ? Closed(until: probe, kind: "blocked") : nil
    }

    /// A place was taken and not used.
    mutating func giveBack() {
        state.quotaUsed = max(0, state.quotaUsed - 1)
    }

    /// What to write down before `questions` are asked: a crash in between must not ask more than the quota.
    func stateBefore(asking questions: Int, now: Instant) -> CarrierState {
        var reserved = state
        let day = Int(now.milliseconds / 86_400_000)
        reserved.quotaUsed = (reserved.quotaDay == day ? reserved.quotaUsed : 0) + questions
        reserved.quotaDay = day
        return reserved
    }

    /// Whether requests are counted.
    var hasQuota: Bool { quota != nil }

    /// The carrier answered as it should.
    mutating func succeeded(at now: Instant) {
        state.lastSuccess = now
        state.failures = 0
        state.lastFailure = nil
        state.blockedSince = nil
        state.blockedReason = nil
        // An answer to a question from before the carrier's wish does not take the wish back.
        if let notBefore = state.notBefore, notBefore <= now { state.notBefore = nil }
    }

    /// The carrier could not be asked, or could not answer.
    mutating func failed(_ kind: String) {
        state.failures += 1
        state.lastFailure = kind
    }

    /// The carrier wants to be left alone until `instant`; the later of two such wishes holds.
    mutating func leaveAlone(until instant: Instant) {
        failed("slow-down")
        wishes += 1
        state.notBefore = max(state.notBefore ?? instant, instant)
    }

    /// The carrier will not talk to us until a person does something.
    mutating func blocked(_ reason: String, at now: Instant) {
        failed("blocked")
        wishes += 1
        state.blockedSince = state.blockedSince ?? now
        state.blockedReason = reason
    }
}
