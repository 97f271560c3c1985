import Foundation
import Tracking

/// Judges requests by nothing but the log of what was sent and how it ended, and the settings.
///
/// It shares no code with what it judges. Where the log leaves open whose fault a failure was, it judges in favour.
struct Referee {
    private struct Request {
        var numbers: [Int]
        var era: Int
        var isTrial: Bool
        var sentAt: Instant
    }

    let settings: SimulatedSettings
    private(set) var breaches: [Breach] = []
    private(set) var requests = 0

    private var inFlight: [Int: Request] = [:]
    private var wish = Instant(milliseconds: 0)
    private var whole: RefereeBucket
    private var slowed: RefereeBucket?
    private var slowedUntil = Instant(milliseconds: 0)
    private var day: (number: Int64, count: Int) = (0, 0)
    private var health = RefereeHealth()
    private var failedBatches: [[Int]: Instant] = [:]
    private var retries: RefereeRetries
    private var calendar = Calendar(identifier: .gregorian)

    init(_ settings: SimulatedSettings) {
        self.settings = settings
        whole = RefereeBucket(perSecond: settings.perSecond, burst: settings.burst)
        retries = RefereeRetries(interval: settings.interval)
        calendar.timeZone = SimulatedSettings.quietZone
    }

    mutating func sent(_ id: Int, _ numbers: [Int], at now: Instant) {
        requests += 1
        if now < wish { breach(.retryAfter, now) }
        if !whole.conforms(now) { breach(.rate, now) }
        if now < slowedUntil, slowed?.conforms(now) == false { breach(.pace, now) }
        checkDay(now)
        if isQuiet(now) { breach(.quiet, now) }
        if numbers.count > 1 { checkBatch(numbers.sorted(), now) }
        if !retries.sent(numbers, at: now, isTrial: health.isTripped) { breach(.retries, now) }
        if health.isTripped { checkTrial(numbers, now) }
        inFlight[id] = Request(numbers: numbers, era: health.era, isTrial: health.isTripped, sentAt: now)
    }

    mutating func ended(_ id: Int, _ answer: SimulatedAnswer, at now: Instant) {
        guard let request = inFlight.removeValue(forKey: id) else { return }
        let counts = request.era == health.era
        switch answer {
        case .data:
            retries.answered(request.numbers)
            if counts { health.succeeded() }
            return
        case .tooMuch(_, let means):
            if let means { wish = max(wish, now.advanced(by: min(means, .hours(24)))) }
            slowDown(now)
            if counts { health.failed(at: now, sentAt: request.sentAt) }
        case .unreachable: if counts { health.failed(at: now, sentAt: request.sentAt) }
        case .refused: health.refused(at: now)
        case .spoiled:
            if counts { health.doubt(at: now) }
            // Its halves are asked at once, and that is no repetition.
            guard request.numbers.count == 1 else { return failedBatches[request.numbers.sorted()] = now }
        }
        retries.failed(id, request.numbers, sentAt: request.sentAt, at: now)
    }

    /// The process died: nobody will ever hear of its requests.
    mutating func crashed() {
        inFlight = [:]
    }

    private mutating func checkTrial(_ numbers: [Int], _ now: Instant) {
        if numbers.count > 1 { breach(.oneNumber, now) }
        if inFlight.values.contains(where: { $0.isTrial && $0.era == health.era }) { breach(.oneRequest, now) }
        if now.since(health.trippedAt) < .seconds(1), health.answered == 0 { breach(.rest, now) }
        if let refusedAt = health.lastRefusal {
            if now.since(refusedAt) < .hours(1) { breach(.blocked, now) }
            health.lastRefusal = now
        }
    }

    private mutating func checkBatch(_ numbers: [Int], _ now: Instant) {
        guard let failedAt = failedBatches[numbers] else { return }
        if now.since(failedAt) < .hours(24) { breach(.sameBatch, now) }
    }

    private mutating func checkDay(_ now: Instant) {
        guard let quota = settings.quota else { return }
        let number = now.milliseconds / 86_400_000
        day = number == day.number ? (number, day.count + 1) : (number, 1)
        if day.count > quota { breach(.quota, now) }
    }

    private func isQuiet(_ now: Instant) -> Bool {
        guard let quiet = settings.quiet else { return false }
        let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
        let clock = calendar.dateComponents([.hour, .minute], from: date)
        let minute = (clock.hour ?? 0) * 60 + (clock.minute ?? 0)
        let isAfter = minute >= quiet.from
        let isBefore = minute < quiet.until
        return quiet.from < quiet.until ? isAfter && isBefore : isAfter || isBefore
    }

    /// For an hour from now on half the rate is the most; a bucket that takes hours to fill is halved that seldom.
    private mutating func slowDown(_ now: Instant) {
        let hours = (Double(settings.burst) / settings.perSecond / 1800).rounded(.down)
        slowed = RefereeBucket(perSecond: settings.perSecond * (0.5 + 0.05 * hours), burst: settings.burst)
        slowedUntil = now.advanced(by: .hours(1))
    }

    private mutating func breach(_ rule: Breach.Rule, _ now: Instant) {
        breaches.append(Breach(rule: rule, at: now))
    }
}
