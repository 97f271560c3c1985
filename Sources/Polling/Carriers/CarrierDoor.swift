import Store
import Tracking

/// Whether a carrier may be asked now: rate, quota, quiet hours, its own wishes, rests and refusals, for all of its
/// numbers together.
///
/// A value, and no clock in it: the lane that owns it looks, writes down what must not be forgotten, and enters.
struct CarrierDoor: Sendable {
    /// Whether a request may go now.
    enum Opening: Equatable {
        case open
        /// It may, but with one number only.
        case onlyOne
        /// Its place in the rate comes at this instant.
        case at(Instant)
        case closed(Closed)
    }

    /// A request that went, by which its ending is known again.
    struct Pass: Sendable, Equatable {
        /// What ends after the breaker has opened or closed says nothing of how the carrier is now.
        fileprivate var era: Int
        /// Whether it tries, alone and with one number, how the carrier is.
        fileprivate(set) var isProbe: Bool
    }

    /// A carrier that refuses us is tried with one number after this long, so that a mended key is noticed.
    static let probeAfter: Duration = .hours(1)
    /// Nobody can have wished for more, so what lies further off was reckoned by a clock that was wrong.
    static let longestWish: Duration = .hours(48)

    let quota: Int?
    let quiet: QuietHours?
    private let perSecond: Double
    private var record: CarrierState
    private(set) var bucket: TokenBucket
    private var pace: Pace
    private(set) var breaker: CircuitBreaker
    private(set) var budget: RetryBudget
    private(set) var batches: FailedBatches
    private var isProbing = false
    private var era = 0
    /// What the store holds.
    private var kept: CarrierState
    /// Answers so far in this process: whoever wonders whether the carrier works meanwhile compares.
    private(set) var answers = 0

    init(
        state: CarrierState, requestsPerSecond: Double, burst: Int, quotaPerDay: Int? = nil, quiet: QuietHours? = nil
    ) {
        perSecond = requestsPerSecond
        quota = quotaPerDay
        self.quiet = quiet
        record = state
        kept = state
        bucket = TokenBucket(burst: burst, level: state.bucketLevel, asOf: state.bucketAt)
        pace = Pace(shareThen: state.rateShare, slowedAt: state.slowedAt, halvedAt: state.halvedAt)
        breaker = CircuitBreaker(
            failures: state.failures, recent: RecentOutcomes(bits: state.recent), trips: state.trips,
            answered: state.probesAnswered)
        budget = RetryBudget(hour: state.retryHour, requests: state.hourRequests, retries: state.hourRetries)
        batches = FailedBatches(hashes: state.failedBatches)
    }

    /// What it knows, as it is written down.
    var state: CarrierState {
        var state = record
        (state.bucketLevel, state.bucketAt) = (bucket.level, bucket.asOf)
        (state.rateShare, state.slowedAt, state.halvedAt) = (pace.shareThen, pace.slowedAt, pace.halvedAt)
        (state.failures, state.recent) = (breaker.failures, Int64(breaker.recent.bits))
        (state.trips, state.probesAnswered) = (breaker.trips, breaker.answered)
        (state.retryHour, state.hourRequests, state.hourRetries) = (budget.hour, budget.requests, budget.retries)
        state.failedBatches = batches.hashes
        return state
    }

    /// Whether it worked when it was last asked.
    var works: Bool { !breaker.isTripped && breaker.failures == 0 && record.lastSuccess != nil }

    /// Whether it is asked one question about one number at a time.
    var isTrying: Bool { breaker.isTripped }

    /// Requests a second that it is asked at present.
    func rate(at now: Instant) -> Double { perSecond * pace.share(at: now) }
}

// MARK: Looking

extension CarrierDoor {
    /// Whether a request about so many numbers may go; nothing is taken yet.
    mutating func look(now: Instant, numbers: Int = 1) -> Opening {
        if let notBefore = record.notBefore, notBefore.since(now) > Self.longestWish { record.notBefore = nil }
        if let closed = closed(now: now) { return .closed(closed) }
        let rate = rate(at: now)
        let place = bucket.opens(now: now, perSecond: rate)
        guard place <= now else {
            // The clock may have been set back: from here on the time counts again.
            if let asOf = bucket.asOf, asOf > now { bucket.settle(now: now, perSecond: rate) }
            return .at(place)
        }
        return breaker.isTripped && numbers > 1 ? .onlyOne : .open
    }

    /// What stands against any request now, the longest first.
    private func closed(now: Instant) -> Closed? {
        var reasons: [Closed] = []
        if let notBefore = record.notBefore, now < notBefore {
            reasons.append(Closed(until: notBefore, kind: record.blockedSince == nil ? .resting : .blocked))
        }
        if let quota, used(on: Self.day(now)) >= quota {
            reasons.append(Closed(until: Self.tomorrow(now), kind: .quotaUsed))
        }
        if let end = quiet?.end(at: now) { reasons.append(Closed(until: end, kind: .quiet)) }
        if isProbing { reasons.append(Closed(until: now, kind: .probing)) }
        return reasons.max { $0.until < $1.until }
    }

    private func used(on day: Int) -> Int { record.quotaDay == day ? record.quotaUsed : 0 }

    /// Days since 1970 in UTC.
    private static func day(_ instant: Instant) -> Int { Int(instant.milliseconds / 86_400_000) }

    /// The next midnight in UTC.
    static func tomorrow(_ now: Instant) -> Instant { Instant(milliseconds: Int64(day(now) + 1) * 86_400_000) }
}

// MARK: Going in

extension CarrierDoor {
    /// A request goes. Whoever calls this has looked, and has written down what `isKept` wants.
    mutating func enter(now: Instant) -> Pass {
        bucket.take(now: now, perSecond: rate(at: now))
        budget.count(at: now)
        (record.quotaUsed, record.quotaDay) = (used(on: Self.day(now)) + 1, Self.day(now))
        record.lastAttempt = now
        isProbing = breaker.isTripped
        return Pass(era: era, isProbe: isProbing)
    }

    /// What to write down before so many requests go: a crash in between must not ask more than a run without one.
    func stateBefore(asking requests: Int, now: Instant) -> CarrierState {
        var ahead = state
        let rate = rate(at: now)
        ahead.bucketLevel = bucket.level(at: now, perSecond: rate) + (rate.isFinite ? Double(requests) : 0)
        ahead.bucketAt = now
        let used = used(on: Self.day(now))
        ahead.quotaUsed = min(used + requests, max(quota ?? .max, used + 1))
        ahead.quotaDay = Self.day(now)
        if record.blockedSince != nil { ahead.notBefore = now.advanced(by: Self.probeAfter) }
        return ahead
    }

    /// How many requests are written down together: those of some seconds, so that a slow disk is no brake.
    func requestsAhead(now: Instant) -> Int {
        let rate = rate(at: now)
        // One more than needed, since time passes while it is written.
        return rate.isFinite ? Int(min(rate * 5, 100_000).rounded(.up)) + 1 : 32
    }

    mutating func wasKept(_ state: CarrierState) { kept = state }

    /// Whether what is written down holds for a request that goes now as well.
    func isKept(now: Instant) -> Bool {
        let rate = rate(at: now)
        let written = TokenBucket(burst: 1, level: kept.bucketLevel, asOf: kept.bucketAt)
        if rate.isFinite, written.level(at: now, perSecond: rate) < bucket.level(at: now, perSecond: rate) + 1 {
            return false
        }
        if quota != nil, kept.quotaDay != Self.day(now) || kept.quotaUsed <= used(on: Self.day(now)) { return false }
        // A refusal is tried once an hour, whoever comes back in between.
        if record.blockedSince != nil, kept.notBefore.map({ $0 <= now }) ?? true { return false }
        return holdsTroubles
    }

    /// Whether nothing that went wrong is yet to be written down.
    var holdsTroubles: Bool {
        let retries = kept.retryHour == budget.hour ? kept.hourRetries : 0
        return kept.failures == breaker.failures && kept.recent == Int64(breaker.recent.bits)
            && kept.trips == breaker.trips && kept.probesAnswered == breaker.answered
            && kept.rateShare == pace.shareThen && kept.slowedAt == pace.slowedAt && kept.halvedAt == pace.halvedAt
            && kept.blockedSince == record.blockedSince && kept.failedBatches == batches.hashes
            && retries >= budget.retries
    }
}

// MARK: Coming out

extension CarrierDoor {
    /// The carrier answered as it should.
    mutating func succeeded(_ pass: Pass, at now: Instant) {
        answers += 1
        record.lastSuccess = now
        guard finish(pass) else { return }
        let wasTripped = breaker.isTripped
        breaker.succeeded()
        if wasTripped, !breaker.isTripped { era += 1 }
        record.lastFailure = nil
        record.blockedSince = nil
        record.blockedReason = nil
        // An answer to a question from before the carrier's wish does not take the wish back.
        if let notBefore = record.notBefore, notBefore <= now { record.notBefore = nil }
    }

    /// The carrier could not be asked, or could not answer; returns whether it may be asked on.
    ///
    /// - Parameter random: a number from 0 up to 1.
    @discardableResult
    mutating func failed(_ pass: Pass, _ kind: String, at now: Instant, random: Double) -> Bool {
        finish(pass) && failed(kind, at: now, random: random)
    }

    /// The same of a failure that only afterwards turned out to be the carrier's.
    @discardableResult
    mutating func failed(_ kind: String, at now: Instant, random: Double) -> Bool {
        record.lastFailure = kind
        guard breaker.failed() else { return true }
        era += 1
        let rest = Backoff.wait(afterFailures: breaker.trips, random: random)
        // Who refuses us is tried once an hour, whatever the last try came to.
        leaveAlone(until: now.advanced(by: record.blockedSince == nil ? rest : Self.probeAfter))
        return false
    }

    /// It says "too much": it is left alone until `instant`, and asked more slowly from then on.
    mutating func slowDown(_ pass: Pass, until instant: Instant, at now: Instant, random: Double) {
        leaveAlone(until: instant)
        let rate = rate(at: now)
        bucket.settle(now: now, perSecond: rate)
        if rate.isFinite { pace.slowDown(at: now, period: .milliseconds(Int64(min(bucket.burst / rate, 1e9) * 1000))) }
        failed(pass, "slow-down", at: now, random: random)
    }

    /// It says that there is nothing more today, which is no trouble of its own.
    mutating func quotaUsed(_ pass: Pass, at now: Instant) {
        leaveAlone(until: Self.tomorrow(now))
        _ = finish(pass)
        record.lastFailure = "quota-used"
    }

    /// The carrier will not talk to us until a person does something.
    mutating func blocked(_ pass: Pass, _ reason: String, at now: Instant) {
        _ = finish(pass)
        record.lastFailure = "blocked"
        breaker.open()
        era += 1
        record.blockedSince = record.blockedSince ?? now
        record.blockedReason = reason
        leaveAlone(until: now.advanced(by: Self.probeAfter))
    }

    /// How it ended says nothing of the carrier: it was given up, or it was one of its numbers' matter.
    mutating func undecided(_ pass: Pass) {
        _ = finish(pass)
    }

    /// The carrier is left alone until `instant`; the latest of several wishes holds, and none is added to another.
    mutating func leaveAlone(until instant: Instant) {
        record.notBefore = max(record.notBefore ?? instant, instant)
    }

    /// Whether the ending of `pass` says how the carrier is now.
    private mutating func finish(_ pass: Pass) -> Bool {
        if pass.isProbe { isProbing = false }
        return pass.era == era
    }
}

// MARK: Numbers

extension CarrierDoor {
    /// A question failed; returns whether it may be asked again before its turn.
    mutating func grantRetry(at now: Instant) -> Bool { budget.grant(at: now) }

    /// The carrier could not answer about these numbers together, or about this one.
    mutating func remember(failed batch: [Subject]) { batches.remember(batch) }

    /// The reason is one of these numbers, and was not found yet.
    mutating func suspect(_ numbers: [Subject]) {
        for number in numbers { batches.suspect(number) }
    }

    /// The carrier answered about these numbers.
    mutating func clear(_ numbers: [Subject]) {
        if numbers.count == 1 { batches.forget(numbers) }
        for number in numbers { batches.clear(number) }
    }
}
