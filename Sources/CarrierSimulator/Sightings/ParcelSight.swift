import Tracking

/// What a carrier's scans and the sender's papers tell of the parcels of one bag.
struct ParcelSight {
    /// Deviation in hours of a scan from the truth: of the whole bag, and of each parcel, narrow and wide.
    private static let bagCore = 1.5, ownCore = 2.0, bagWide = 30.0, ownWide = 30.0

    var trip: ContainerTrip
    var departure: Instant
    var bag: TrueBag
    var customsList: String
    var parameters: SightingParameters

    func parcels(_ generator: SeededGenerator) -> [SeenParcel] {
        var shared = generator
        let isBagScan = shared.chance(parameters.bagScanShare)
        let departed = error(of: parameters.wideScanShare / 2, Self.bagCore, Self.bagWide, &shared)
        let crossed = error(of: parameters.wideScanShare / 2, Self.bagCore, Self.bagWide, &shared)
        return bag.parcels.enumerated().map { index, parcel in
            var own = generator.stream(UInt64(index))
            let isWide = isBagScan ? 0 : parameters.wideScanShare / 2
            let ownCore = isBagScan ? 0 : Self.ownCore
            let left = departed + error(of: isWide, ownCore, Self.ownWide, &own)
            let over = crossed + error(of: isWide, ownCore, Self.ownWide, &own)
            return seen(parcel, departed: .hours(left), crossed: .hours(over), &own)
        }
    }

    private func seen(
        _ parcel: TrueParcel, departed: Duration, crossed: Duration, _ generator: inout SeededGenerator
    ) -> SeenParcel {
        var scans: [SeenParcel.Scan] = []
        if let sorted = parcel.events.first(where: { $0.milestone == .sorted }) {
            scans.append(scan(.sorted, sorted.at, .urumqi, &generator))
        }
        if generator.chance(parameters.departureScanShare) {
            scans.append(scan(.dispatched, departure.advanced(by: departed), .urumqi, &generator))
        }
        if generator.chance(parameters.borderScanShare), let event = trip.first(.borderDeparted, at: .alashankou) {
            scans.append(scan(.borderDeparted, event.at.advanced(by: crossed), .alashankou, &generator))
        }
        let hasList = generator.chance(parameters.customsListShare)
        let hasBag = generator.chance(parameters.bagNumberShare)
        return SeenParcel(
            number: parcel.number, bag: hasBag ? received(bag.number, &generator) : nil,
            customsList: hasList ? received(customsList, &generator) : nil, scans: scans,
            hub: stated(&generator), country: parcel.country, pieces: parcel.pieces, weightGrams: parcel.weightGrams,
            truth: .init(container: trip.number, train: trip.leftOn, bag: bag.number, customsList: customsList))
    }

    /// A day is told as its beginning in Urumqi.
    private func scan(
        _ milestone: Milestone, _ at: Instant, _ station: Station, _ generator: inout SeededGenerator
    ) -> SeenParcel.Scan {
        guard generator.chance(parameters.dayOnlyShare) else {
            return .init(milestone: milestone, at: at, station: station, isDayOnly: false)
        }
        let local = LocalTime(at, offsetMinutes: 480)
        let day = at.advanced(by: .seconds(-local.secondOfDay))
        return .init(milestone: milestone, at: day, station: station, isDayOnly: true)
    }

    private func received(_ number: String, _ generator: inout SeededGenerator) -> String {
        generator.chance(parameters.corruptedShare)
            ? NumberCorruption().corrupted(number, &generator) : number
    }

    private func stated(_ generator: inout SeededGenerator) -> Station {
        let hubs: [Station] = [.duisburg, .hamburg, .lodz, .prague, .almaty, .moscow].filter { $0 != bag.unloadedAt }
        return generator.chance(parameters.wrongDestinationShare)
            ? hubs[generator.integer(in: 0...hubs.count - 1)] : bag.unloadedAt
    }

    private func error(
        of wideShare: Double, _ core: Double, _ wide: Double, _ generator: inout SeededGenerator
    ) -> Double {
        generator.normal() * (generator.chance(wideShare) ? wide : core)
    }
}
