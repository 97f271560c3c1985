/// Where the containers of a consignment are, for a subject of which no paper tells the container.
///
/// Its status is what all of them share; this tells them apart where they differ.
public struct Split: Hashable, Sendable {
    /// One container, and the last that happened to it on this journey.
    public struct Position: Hashable, Sendable {
        public var container: Subject
        /// Nil where nothing is known to have happened.
        public var milestone: Milestone?
        public var time: EventTime?
        public var place: PlaceReference?
        /// At a border, ISO 3166 alpha-2 of the side.
        public var side: String?
        /// A train that it is planned on, while nothing confirms that it left with it.
        public var expected: Subject?

        init(_ container: Subject, _ last: ReadEvent?, expected: Subject?) {
            self.container = container
            milestone = last?.milestone
            time = last?.event.time
            place = last?.event.place
            side = last?.side
            self.expected = expected
        }
    }

    public var consignment: Subject
    /// Sorted by container.
    public var positions: [Position]
    /// How many are where.
    public var progress: DepartureProgress

    init(_ consignment: Subject, _ positions: [Position]) {
        self.consignment = consignment
        self.positions = positions
        progress = DepartureProgress(positions)
    }

    /// Whether an event of the subject may be of more than one container: then it speaks for all of them.
    public func speaksForAll(_ subject: Subject) -> Bool {
        positions.count > 1 && positions.contains { $0.container == subject }
    }
}

extension DepartureProgress {
    init(_ positions: [Split.Position]) {
        var counts: [Group.Key: Int] = [:]
        for position in positions {
            guard let milestone = position.milestone else { continue }
            counts[.init(milestone: milestone, place: position.place, side: position.side), default: 0] += 1
        }
        let groups = counts.map { Group(key: $0.key, count: $0.value) }.sorted(by: Group.precedes)
        self.init(groups: groups, noNews: positions.count { $0.milestone == nil })
    }
}
