import Tracking

/// Lets boxes that came back carry a second trip of ours, as they do when a world is long enough.
struct BoxReuse {
    /// Days from the end of a trip in Europe until the box can be packed in Urumqi again.
    private static let wayBack = Duration.days(16)
    private static let share = 0.10

    var generator: SeededGenerator

    func applied(to trips: [ContainerTrip]) -> [ContainerTrip] {
        var generator = generator
        var result = trips
        // Trips come in the order of departure, so the boxes that are back longest stand first.
        var idle = trips.indices.filter { trips[$0].otherUse.isEmpty }.makeIterator()
        var candidate = idle.next()
        for index in trips.indices where trips[index].otherUse.isEmpty && generator.chance(Self.share) {
            guard let box = candidate, let start = trips[index].events.first?.at,
                let end = trips[box].events.last?.at, end.advanced(by: Self.wayBack) < start
            else { continue }
            result[index].number = result[box].number
            candidate = idle.next()
        }
        return result
    }
}
