import Tracking

/// What of a container its parcels' scans are compared with.
struct ScanKind: Hashable {
    private struct Crossing: Hashable {
        var milestone: Milestone
        var place: Int
        var at: Stretch
    }

    private let departure: Stretch?
    private let arrival: Stretch?
    private let crossings: [Crossing]
    private let destination: [Int]

    init(_ row: ContainerRow) {
        departure = row.departure
        arrival = row.arrival
        crossings = row.crossings.map { Crossing(milestone: $0.milestone, place: $0.place, at: $0.at) }
        destination = [row.hub, row.country, row.service]
    }
}
