import Tracking

/// What tables tell of one container.
struct ContainerSight {
    var trip: ContainerTrip
    var trains: [TrainRun]
    var bags: [TrueBag]
    var lists: Set<String>
    var parameters: SightingParameters

    /// Nil where nobody tells of it.
    func container(_ generator: SeededGenerator) -> SeenContainer? {
        var generator = generator
        guard !generator.chance(parameters.untoldContainerShare) else { return nil }
        let isUntold = trip.fate.isRolled && generator.chance(parameters.untoldRollShare)
        let train = trains[isUntold ? trip.listedOn : trip.leftOn]
        let isSealed = generator.chance(parameters.sealedShare)
        let isTold = generator.chance(parameters.crossingShare)
        let parcels = bags.flatMap(\.parcels)
        let crossings = trip.events.filter { event in
            event.station == .alashankou && (event.milestone == .borderArrived || event.milestone == .borderDeparted)
        }
        return SeenContainer(
            number: trip.number, train: train, departure: train.departure,
            sealed: isSealed ? trip.first(.stuffed)?.at : nil, crossings: isTold ? crossings : [],
            hub: trip.destination, customsLists: lists, declaredPieces: parcels.reduce(0) { $0 + $1.pieces },
            declaredGrams: parcels.reduce(0) { $0 + $1.weightGrams })
    }
}
