/// What a pass over the folders did, and what it left.
public struct InboxSummary: Sendable {
    public var endings: [InboxEnding] = []
    /// What is in the way now, said before or not.
    public var obstacles: [InboxObstacle] = []
    /// Files that have not stood still for long enough yet.
    public var growing = 0

    public init() {}

    /// What two passes one after the other did, and what the later left.
    public func followed(by later: InboxSummary) -> InboxSummary {
        var sum = later
        sum.endings = endings + later.endings
        return sum
    }

    static func + (left: InboxSummary, right: InboxSummary) -> InboxSummary {
        var sum = left
        sum.endings += right.endings
        sum.obstacles += right.obstacles
        sum.growing += right.growing
        return sum
    }
}
