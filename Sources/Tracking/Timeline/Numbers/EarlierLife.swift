/// An earlier journey under the same number, which has nothing to do with the one that is asked about.
public struct EarlierLife: Hashable, Sendable {
    /// How it ended: `delivered`, `returned`, `lost` or `disposed`.
    public var milestone: Milestone
    public var time: EventTime
}
