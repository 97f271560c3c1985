import ArgumentParser
import CarrierSimulator

/// `trains`: what leaves, when, and in which containers.
struct ListTrains: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trains", abstract: "List the trains of a world, their containers and a few parcels of each.")

    @OptionGroup var world: WorldOptions

    @Option(help: "Parcels to show of each container.")
    var parcels = 3

    func run() throws {
        let zones = try Console.zones()
        let world = world.world()
        for train in world.trains {
            let planned = zones.local(train.plannedDeparture, at: .urumqi).timestamp
            let left = zones.local(train.departure, at: .urumqi).timestamp
            try Console.say("\(train.code)  to \(train.destination.name)  planned \(planned)  left \(left)")
            for trip in world.listed(on: train) {
                try Console.say("  " + describe(trip, in: world))
            }
        }
    }

    private func describe(_ trip: ContainerTrip, in world: World) -> String {
        let bags = trip.bags()
        let parcels = bags.flatMap(\.parcels)
        let samples = parcels.prefix(max(0, self.parcels)).map(\.number).joined(separator: " ")
        let notes = fate(trip, in: world) + (trip.isReused ? ", box used again" : "")
        let content = "\(parcels.count) parcels in \(bags.count) bags\(notes)"
        return "\(trip.number)  to \(trip.destination.name), \(content): \(samples)"
    }

    private func fate(_ trip: ContainerTrip, in world: World) -> String {
        switch trip.fate {
        case .asListed: ""
        case .rolled(let later): ", rolled to \(world.trains[later].code)"
        case .leftBehind(let station): ", left behind at \(station.name)"
        }
    }
}
