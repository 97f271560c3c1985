/// What a pass over the folders did, and what it left.
public struct InboxSummary: Sendable {
    public var endings: [InboxEnding] = []
    /// What is in the way now, said before or not.
    public var obstacles: [InboxObstacle] = []
    /// Files that have not stood still for long enough yet.
    public var growing = 0

    public init() {}

    static func + (left: InboxSummary, right: InboxSummary) -> InboxSummary {
        var sum = left
        sum.endings += right.endings
        sum.obstacles += right.obstacles
        sum.growing += right.growing
        return sum
    }
}
