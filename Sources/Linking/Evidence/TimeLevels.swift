/// Agreement of two times, in levels: how often the true pair lies so many hours apart.
///
/// What coincidence gives is not counted from pairs of candidates but is the width of the level over the window, since
/// a scan that has nothing to do with a container is as likely at any hour (algorithms §2.1, with u known).
public struct TimeLevels: Hashable, Sendable {
    /// Hours between the observation and the container's time, ascending; a level lies between two neighbours.
    public var edges: [Int]
    /// The share of true pairs in each level, one less than edges; the rest lies outside.
    public var shares: [Double]

    public init(edges: [Int], shares: [Double]) {
        self.edges = edges
        self.shares = shares
    }

    /// The share of true pairs beyond the outermost edges.
    public var outside: Double { max(0.0005, 1 - shares.reduce(0, +)) }
}
