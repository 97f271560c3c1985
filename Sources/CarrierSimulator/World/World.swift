import Tracking

/// A simulated stretch of the corridor: what really travelled, when, and in what.
///
/// The same seed and parameters give the same world on every run. It is the truth that links and forecasts are judged
/// by, so it knows nothing of either.
public struct World: Sendable {
    public let seed: UInt64
    public let parameters: WorldParameters
    /// The departures from Urumqi, in the order of time.
    public let trains: [TrainRun]
    /// The containers, by the train that lists them.
    public let trips: [ContainerTrip]

    public init(seed: UInt64, parameters: WorldParameters = WorldParameters()) {
        self.seed = seed
        self.parameters = parameters
        let root = SeededGenerator(seed: seed)
        trains = Timetable(parameters: parameters).trains(root.stream(1))
        let loading = TrainLoading(parameters: parameters, trains: trains, root: root)
        trips = BoxReuse(generator: root.stream(2)).applied(to: trains.flatMap(loading.trips))
    }

    /// The world of the demonstration: one train, four containers, forty parcels, one container rolled.
    public static func demo(seed: UInt64 = 7) -> World {
        World(seed: seed, parameters: .demo)
    }

    /// The containers that the manifest of a train lists.
    public func listed(on train: TrainRun) -> [ContainerTrip] {
        trips.filter { $0.listedOn == train.ordinal }
    }

    /// The containers that really left on a train.
    public func aboard(_ train: TrainRun) -> [ContainerTrip] {
        trips.filter { $0.leftOn == train.ordinal }
    }

    /// Everything that happened to a box, on all its trips, in the order of time.
    public func history(of number: String) -> [TrueEvent] {
        trips.filter { $0.number == number }.flatMap { $0.events + $0.otherUse }.sorted { $0.at < $1.at }
    }
}
