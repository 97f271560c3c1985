import Tracking

/// Decides what is listed on each train, what becomes of it, and when.
struct TrainLoading {
    var parameters: WorldParameters
    var trains: [TrainRun]
    var root: SeededGenerator

    func trips(of train: TrainRun) -> [ContainerTrip] {
        var generator = SeededGenerator(seed: train.seed).stream(1)
        let count = generator.integer(in: parameters.containersPerTrain)
        return (0..<count).map { trip(train, position: $0, generator.stream(UInt64($0))) }
    }

    private func trip(_ train: TrainRun, position: Int, _ generator: SeededGenerator) -> ContainerTrip {
        var generator = generator
        let ordinal = train.ordinal * parameters.containersPerTrain.upperBound + position
        let destination = destination(train, &generator)
        let fate = fate(train, position, &generator)
        let aboard = if case .rolled(let later) = fate { trains[later] } else { train }
        let partial =
            destination.isWestOfPoland && generator.chance(parameters.partialStripShare)
            ? Station.moscow : nil
        var itinerary = Itinerary(
            listed: train, aboard: aboard, fate: fate, destination: destination,
            partialStripAt: partial, generator: generator.stream(1))
        let numbers = ContainerNumbers(seed: root.stream(3), ordinal: ordinal)
        let events = itinerary.events()
        return ContainerTrip(
            number: numbers.container, sizeType: generator.chance(0.7) ? "45G1" : "22G1", seal: numbers.seal,
            consignment: numbers.consignment, listedOn: train.ordinal, leftOn: aboard.ordinal, fate: fate,
            destination: destination, partialStripAt: partial, events: events,
            otherUse: otherUse(events, &generator), cargo: cargo(ordinal, &generator))
    }

    private func destination(_ train: TrainRun, _ generator: inout SeededGenerator) -> Station {
        let share = parameters.eurasianShare
        return generator.pick([(.almaty, share), (.moscow, share), (train.destination, max(0, 1 - 2 * share))])
            ?? train.destination
    }

    private func fate(_ train: TrainRun, _ position: Int, _ generator: inout SeededGenerator) -> Fate {
        let hasNext = train.ordinal + 1 < trains.count
        if train.ordinal == 0, position < parameters.rolledFromFirstTrain, hasNext {
            return .rolled(to: train.ordinal + 1)
        }
        guard generator.chance(parameters.leftBehindShare) else { return .asListed }
        let places: [(item: Station, weight: Double)] = [
            (.urumqi, hasNext ? 4 : 0), (.alashankou, 2), (.dostyk, 3),
        ]
        let place = generator.pick(places) ?? .dostyk
        return place == .urumqi ? .rolled(to: train.ordinal + 1) : .leftBehind(at: place)
    }

    private func otherUse(_ events: [TrueEvent], _ generator: inout SeededGenerator) -> [TrueEvent] {
        guard let first = events.first, let last = events.last, generator.chance(parameters.reusedShare) else {
            return []
        }
        let use = OtherUse(generator: generator.stream(2))
        return generator.chance(0.5) ? use.eastbound(before: first.at) : use.reloaded(after: last)
    }

    /// Worlds of different seeds have different parcels, as far as eight digits allow.
    private var firstSerial: Int {
        var generator = root.stream(4)
        return generator.integer(in: 1_000_000...60_000_000)
    }

    private func cargo(_ ordinal: Int, _ generator: inout SeededGenerator) -> CargoPlan {
        CargoPlan(
            seed: generator.next(), parcels: generator.integer(in: parameters.parcelsPerContainer),
            parcelsPerBag: parameters.parcelsPerBag,
            firstSerial: firstSerial + ordinal * parameters.parcelsPerContainer.upperBound)
    }
}
