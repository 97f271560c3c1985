public import Tracking

/// How many statements of one sort a replay found to have come or gone.
public struct ReplayDifference: Sendable, Equatable {
    /// What statements are counted together.
    public struct Sort: Hashable, Sendable {
        /// `event`, `link`, `alias` or `fact`.
        public var what: String
        public var source: String
        /// The profile that reads the message.
        public var profile: String
        /// The milestone of an event, the kind a link puts something into, the role of an alias, the names of facts.
        public var detail: String
    }

    public var sort: Sort
    public var came = 0
    public var went = 0
}

/// What one turn of a replay did.
public struct ReplayStep: Sendable {
    /// In a fixed order.
    public var differences: [ReplayDifference] = []
    /// The message that the corrections name; nil where there was nothing to correct.
    public var message: MessageID?

    public init() {}
}

extension [ReplayDifference] {
    /// Adds the counts of the same sort; the result is in a fixed order.
    public func adding(_ other: [ReplayDifference]) -> [ReplayDifference] {
        var sums: [ReplayDifference.Sort: ReplayDifference] = [:]
        for one in self + other {
            sums[one.sort, default: ReplayDifference(sort: one.sort)].came += one.came
            sums[one.sort, default: ReplayDifference(sort: one.sort)].went += one.went
        }
        return sums.values.sorted { $0.sort.words.lexicographicallyPrecedes($1.sort.words) }
    }
}

extension ReplayDifference.Sort {
    fileprivate var words: [String] { [what, source, profile, detail] }
}
