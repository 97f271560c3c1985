/// Whether a carrier is in trouble: then it gets a rest, and afterwards single requests until it answers again.
///
/// How long the rest is, is not its matter; it tells how often it had to open since the carrier last worked.
struct CircuitBreaker: Sendable, Equatable {
    /// So many failures in a row are the carrier's trouble and not a number's.
    static let inARow = 5
    /// So are failures of half of the last requests, as soon as there are so many.
    static let leastSeen = 10
    /// So many probes must be answered before it is trusted again.
    static let probesToClose = 2

    /// Failures in a row.
    private(set) var failures: Int
    private(set) var recent: RecentOutcomes
    /// How often it has opened since it was last closed; 0 while it is closed.
    private(set) var trips: Int
    /// Probes answered in a row since it last opened.
    private(set) var answered: Int

    init(failures: Int = 0, recent: RecentOutcomes = RecentOutcomes(), trips: Int = 0, answered: Int = 0) {
        self.failures = failures
        self.recent = recent
        self.trips = max(trips, 0)
        self.answered = max(answered, 0)
    }

    /// Open or half-open: after the rest, one request with one number at a time.
    var isTripped: Bool { trips > 0 }

    mutating func succeeded() {
        failures = 0
        guard isTripped else { return recent.add(failure: false) }
        answered += 1
        if answered >= Self.probesToClose { self = CircuitBreaker() }
    }

    /// Returns whether it opens by this.
    mutating func failed() -> Bool {
        failures += 1
        guard !isTripped else {
            open()
            return true
        }
        recent.add(failure: true)
        let isHalf = recent.count >= Self.leastSeen && recent.failures * 2 >= recent.count
        guard failures >= Self.inARow || isHalf else { return false }
        open()
        return true
    }

    /// Opens whatever came before: the carrier refuses us.
    mutating func open() {
        trips += 1
        answered = 0
    }
}
