import CarrierSimulator
import Linking
import Tracking

/// A simulated world of eight trains without manifests.
struct SmallWorld {
    let parcels: [OpenParcel]
    let containers: [CandidateContainer]
    private let trains: [Subject: Subject]

    /// - Parameter declared: share of the pieces inside that the papers of a container declare.
    init(seed: UInt64, declared: Double = 1) {
        var parameters = WorldParameters()
        parameters.trains = 8
        parameters.containersPerTrain = 4...4
        parameters.parcelsPerContainer = 40...40
        let world = World(seed: seed, parameters: parameters)
        let seen = SeenWorld(world)
        containers = seen.containers.map { Self.container($0, declared) }
        parcels = seen.parcels.map(Self.parcel)
        trains = Dictionary(
            uniqueKeysWithValues: zip(parcels, seen.parcels).map { parcel, seen in
                (parcel.subject, Subject(.train, .train, world.trains[seen.truth.train].code))
            })
    }

    func infer() -> Inference { LinkInference().infer(parcels, among: containers) }

    func train(of parcel: Subject) -> Subject? { trains[parcel] }

    private static func container(_ seen: SeenContainer, _ declared: Double) -> CandidateContainer {
        var result = CandidateContainer(Subject(.container, .iso6346, seen.number))
        result.train = Subject(.train, .train, seen.train.code)
        result.departure = time(seen.departure, isDay: false)
        result.sealed = seen.sealed.map { time($0, isDay: false) }
        result.crossings = seen.crossings.map {
            Sighting($0.milestone, at: $0.station?.rawValue, time($0.at, isDay: false))
        }
        result.hub = seen.hub.rawValue
        result.customsLists = seen.customsLists
        result.declaredPieces = Int(declared * Double(seen.declaredPieces))
        return result
    }

    private static func parcel(_ seen: SeenParcel) -> OpenParcel {
        var result = OpenParcel(Subject(.parcel, .number, seen.number))
        result.bag = seen.bag
        result.sightings = seen.scans.map {
            Sighting($0.milestone, at: $0.station?.rawValue, time($0.at, isDay: $0.isDayOnly))
        }
        result.hub = seen.hub.rawValue
        result.customsList = seen.customsList
        result.pieces = seen.pieces
        return result
    }

    private static func time(_ at: Instant, isDay: Bool) -> EventTime {
        EventTime(at, offsetMinutes: 480, precision: isDay ? .day : .minute)
    }
}
