/// What left on one train: afterwards it is where its containers are, a distribution and never one dot.
public struct Departure: Hashable, Sendable {
    public var train: Subject
    /// When it left.
    public var leftAt: Instant

    public init(train: Subject, leftAt: Instant) {
        self.train = train
        self.leftAt = leftAt
    }

    /// Where the containers are by the last that happened to each on this journey.
    ///
    /// News from before the departure is none, and neither is what a box did after it was emptied or filled again.
    ///
    /// - Parameter containers: the timelines of the containers that left on the train, one for each.
    public func progress(containers: [Timeline]) -> DepartureProgress {
        var counts: [DepartureProgress.Group.Key: Int] = [:]
        var noNews = 0
        for container in containers {
            if let last = last(of: container) {
                counts[.init(milestone: last.milestone, place: last.place, side: last.side), default: 0] += 1
            } else {
                noNews += 1
            }
        }
        let groups = counts.map { DepartureProgress.Group(key: $0.key, count: $0.value) }
        return DepartureProgress(groups: groups.sorted(by: DepartureProgress.Group.precedes), noNews: noNews)
    }

    private func last(of container: Timeline) -> TimelineEntry? {
        let limit = leftAt.plus(days: ContainerHistory.longestJourney)
        let journey = container.entries.lazy
            .filter { $0.shown && $0.classifier == .actual && $0.decides }
            .filter { $0.time.latest >= leftAt && $0.time.instant <= limit }
            .prefix { $0.milestone != .stuffed && $0.load != .empty }
        return journey.reduce(nil as TimelineEntry?) { last, entry in
            guard let last, entry.milestone == .position, !last.milestone.yieldsToPosition else { return entry }
            return last
        }
    }
}
