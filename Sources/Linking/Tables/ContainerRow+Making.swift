import Tracking

extension ContainerRow {
    init(
        _ container: CandidateContainer, crossings: [Crossing], train: Int, parameters: LinkingParameters,
        codes: inout CodeTable
    ) {
        departure = container.departure.map(Stretch.init)
        sealed = container.sealed.map(Stretch.init)
        arrival = container.arrival.map(Stretch.init)
        hub = codes.number(container.hub)
        country = codes.number(container.country)
        service = codes.number(container.service)
        self.train = train
        roomPieces = container.declaredPieces.map { max(0, $0 - container.takenPieces) }
        roomGrams = container.declaredGrams.map {
            max(0, Int(Double($0) * parameters.weightTolerance) - container.takenGrams)
        }
        if let pieces = container.declaredPieces, container.takenPieces > 0 {
            missing = (pieces - container.takenPieces, container.declaredGrams.map { $0 - container.takenGrams })
        }
        tellsLists = !(container.customsLists.isEmpty && container.bills.isEmpty)
        tellsBags = !container.bags.isEmpty
        anchor = departure?.middle ?? sealed?.middle ?? crossings.first?.at.middle
    }
}
