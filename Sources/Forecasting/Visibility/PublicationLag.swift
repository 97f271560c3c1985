/// How long a carrier takes from an event to telling of it.
public struct PublicationLag: Hashable, Sendable {
    /// Half an hour in the middle; some carriers write their tables once a day.
    public static let prior = ShiftedLognormal(least: 0, median: 0.5, sigma: 1.2)
    private static let points = 8

    public var time: ShiftedLognormal

    public init(time: ShiftedLognormal = prior) {
        self.time = time
    }

    public init(learntFrom sightings: [FirstSighting]) {
        // What was never missed may have been there for days: it tells nothing of how long the carrier took.
        time = Self.prior.learning(from: sightings.filter { $0.missedAt != nil }.map(\.lag))
    }

    /// Lags that stand for all, each for the same share.
    var samples: [Double] {
        (0..<Self.points).map { time.quantile((Double($0) + 0.5) / Double(Self.points)) }
    }
}
