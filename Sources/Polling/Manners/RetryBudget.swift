import Tracking

/// How many numbers whose question failed may be asked again before their turn: a check is itself a repetition of the
/// last one, so most of them wait for the next.
struct RetryBudget: Sendable, Equatable {
    /// Of the requests of an hour, one in so many.
    static let oneIn = 10
    /// A carrier that is asked little counts as one asked so often in an hour: else a single number that failed once
    /// would always wait for hours.
    static let fewestRequests = 50

    /// Hours since 1970 that the counts are of.
    private(set) var hour: Int?
    private(set) var requests: Int
    private(set) var retries: Int

    init(hour: Int? = nil, requests: Int = 0, retries: Int = 0) {
        self.hour = hour
        self.requests = requests
        self.retries = retries
    }

    /// A request goes.
    mutating func count(at now: Instant) {
        begin(now)
        requests += 1
    }

    /// A question failed; returns whether it may be asked again before its turn.
    mutating func grant(at now: Instant) -> Bool {
        begin(now)
        guard (retries + 1) * Self.oneIn <= max(requests, Self.fewestRequests) else { return false }
        retries += 1
        return true
    }

    private mutating func begin(_ now: Instant) {
        let current = Int(now.milliseconds / 3_600_000)
        if hour != current { self = RetryBudget(hour: current) }
    }
}
