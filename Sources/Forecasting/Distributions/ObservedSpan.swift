/// How long something took, as far as we know: longer than `low` and at most `high` hours.
///
/// A carrier that is asked every six hours does not tell when its answer changed; a table that knows days does not tell
/// the hour. What has not ended yet has no upper end.
public struct ObservedSpan: Hashable, Sendable {
    public var low: Double
    /// `infinity` while it lasts.
    public var high: Double

    public init(low: Double, high: Double) {
        self.low = max(low, 0)
        self.high = max(high, max(low, 0))
    }

    /// - Parameter hours: known to the minute.
    public init(exactly hours: Double) {
        self.init(low: hours, high: hours)
    }

    public var isOver: Bool { high.isFinite }

    /// The middle of what is possible, for a first guess.
    var middle: Double { isOver ? (low + high) / 2 : low }
}
