import Tracking

/// A border event or scan as numbers.
struct Crossing: Hashable, Sendable {
    var milestone: Milestone
    /// -1 where the place was not told.
    var place: Int
    var at: Stretch
}

extension Crossing {
    /// The border events of a container in the order of time.
    static func all(_ container: CandidateContainer, codes: inout CodeTable) -> [Crossing] {
        container.crossings.map {
            Crossing(milestone: $0.milestone, place: codes.number($0.place), at: Stretch($0.time))
        }.sorted { ($0.at.start, $0.milestone.rawValue, $0.place) < ($1.at.start, $1.milestone.rawValue, $1.place) }
    }
}
