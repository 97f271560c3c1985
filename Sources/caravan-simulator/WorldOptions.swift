import ArgumentParser
import CarrierSimulator
import Tracking

/// The options that decide which world is simulated; every command takes them.
struct WorldOptions: ParsableArguments {
    @Option(help: "The world's seed.")
    var seed: UInt64 = 7

    @Flag(help: "The small world of the demonstration: one container is rolled to the next train.")
    var demo = false

    @Option(help: "Trains in the world.")
    var trains = 10

    @Option(help: "Containers per train.")
    var containers = 8

    @Option(help: "Parcels per container.")
    var parcelsPerContainer = 120

    @Option(help: "Planned departure of the first train, RFC 3339.", transform: instant)
    var firstDeparture: Instant?

    func validate() throws {
        guard trains >= 1, containers >= 1, parcelsPerContainer >= 1 else {
            throw ValidationError("A world has at least one train, container and parcel.")
        }
    }

    func world() -> World {
        World(seed: seed, parameters: parameters)
    }

    private var parameters: WorldParameters {
        var parameters = demo ? WorldParameters.demo : WorldParameters()
        if !demo {
            parameters.trains = trains
            parameters.containersPerTrain = containers...containers
            parameters.parcelsPerContainer = parcelsPerContainer...parcelsPerContainer
        }
        if let firstDeparture { parameters.firstDeparture = firstDeparture }
        return parameters
    }
}

/// Reads an option as an instant.
@Sendable func instant(_ text: String) throws -> Instant {
    do {
        return try Instant(timestamp: text)
    } catch {
        throw ValidationError("'\(text)' is no time like 2026-11-20T14:56:00+08:00.")
    }
}
