import Tracking

/// What can be seen of a world without manifests: containers on trains, and parcels that nobody links to them.
public struct SeenWorld: Sendable {
    public let containers: [SeenContainer]
    public let parcels: [SeenParcel]

    public init(_ world: World, parameters: SightingParameters = SightingParameters()) {
        let root = SeededGenerator(seed: world.seed).stream(7)
        let bags = world.trips.map { $0.bags() }
        let book = ListBook(
            trips: world.trips, bagCounts: bags.map(\.count), parameters: parameters, generator: root.stream(1))
        var containers: [SeenContainer] = []
        var parcels: [SeenParcel] = []
        for (index, trip) in world.trips.enumerated() {
            let generator = root.stream(UInt64(index) + 100)
            let sight = ContainerSight(
                trip: trip, trains: world.trains, bags: bags[index], lists: book.told[index],
                parameters: parameters)
            if let seen = sight.container(generator.stream(0)) { containers.append(seen) }
            for (number, bag) in bags[index].enumerated() {
                let sight = ParcelSight(
                    trip: trip, departure: world.trains[trip.leftOn].departure, bag: bag,
                    customsList: book.lists[index][number], parameters: parameters)
                parcels += sight.parcels(generator.stream(UInt64(number) + 1))
            }
        }
        self.containers = containers
        self.parcels = parcels
    }
}
