/// What of a container its parcels' scans are compared with.
struct ScanKind: Hashable {
    private let departure: Stretch?
    private let arrival: Stretch?
    private let crossings: [Crossing]
    private let destination: [Int]

    init(_ row: ContainerRow, _ crossings: [Crossing]) {
        departure = row.departure
        arrival = row.arrival
        self.crossings = crossings
        destination = [row.hub, row.country, row.service]
    }
}
