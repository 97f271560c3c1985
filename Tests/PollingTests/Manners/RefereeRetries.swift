import Tracking

/// Counts questions that were asked again before their turn, in the hour in which they failed.
struct RefereeRetries {
    let interval: Duration
    private var failures: [Int: (question: Int, sentAt: Instant, at: Instant)] = [:]
    private var retried: [Int64: Set<Int>] = [:]
    private var sent: [Int64: Int] = [:]

    init(interval: Duration) {
        self.interval = interval
    }

    /// Returns whether no more than the tenth of an hour's requests are repetitions; an hour counts as 50 at least.
    mutating func sent(_ numbers: [Int], at now: Instant, isTrial: Bool) -> Bool {
        sent[hour(now), default: 0] += 1
        guard !isTrial else { return true }
        for number in numbers {
            guard let failure = failures[number], now.since(failure.sentAt) < interval else { continue }
            let hour = hour(failure.at)
            retried[hour, default: []].insert(failure.question)
            if retried[hour, default: []].count * 10 > max(50, sent[hour, default: 0]) { return false }
        }
        return true
    }

    mutating func answered(_ numbers: [Int]) {
        for number in numbers { failures[number] = nil }
    }

    mutating func failed(_ question: Int, _ numbers: [Int], sentAt: Instant, at now: Instant) {
        for number in numbers { failures[number] = (question, sentAt, now) }
    }

    private func hour(_ instant: Instant) -> Int64 { instant.milliseconds / 3_600_000 }
}
