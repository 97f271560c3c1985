public import Tracking

/// When a carrier was first seen to tell of something, and when it was last asked in vain.
public struct FirstSighting: Hashable, Sendable {
    public var happenedAt: Instant
    /// The last successful question before, to which the carrier did not tell it; nil when there was none.
    public var missedAt: Instant?
    public var seenAt: Instant

    public init(happenedAt: Instant, missedAt: Instant?, seenAt: Instant) {
        self.happenedAt = happenedAt
        self.missedAt = missedAt
        self.seenAt = seenAt
    }

    /// How long the carrier kept it to itself, as far as we can tell.
    var lag: ObservedSpan {
        ObservedSpan(
            low: missedAt.map { $0.since(happenedAt).hours } ?? 0, high: max(seenAt.since(happenedAt).hours, 0.01))
    }
}
