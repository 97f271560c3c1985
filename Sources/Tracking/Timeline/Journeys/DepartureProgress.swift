/// How the containers of one departure are spread over the corridor.
public struct DepartureProgress: Hashable, Sendable {
    /// The containers to which the same happened last at the same place.
    public struct Group: Hashable, Sendable {
        struct Key: Hashable {
            let milestone: Milestone
            let place: PlaceReference?
            let side: String?
        }

        public var milestone: Milestone
        public var place: PlaceReference?
        /// At a border, ISO 3166 alpha-2 of the side.
        public var side: String?
        public var count: Int

        init(key: Key, count: Int) {
            milestone = key.milestone
            place = key.place
            side = key.side
            self.count = count
        }
    }

    /// The largest group first.
    public var groups: [Group]
    /// Containers of which nothing was heard since the departure.
    public var noNews: Int

    /// All containers.
    public var total: Int { groups.reduce(noNews) { $0 + $1.count } }
}

extension DepartureProgress.Group {
    static func precedes(_ left: Self, _ right: Self) -> Bool {
        if left.count != right.count { return left.count > right.count }
        if left.milestone != right.milestone { return left.milestone.order > right.milestone.order }
        return (left.place?.text ?? "", left.side ?? "") < (right.place?.text ?? "", right.side ?? "")
    }
}
