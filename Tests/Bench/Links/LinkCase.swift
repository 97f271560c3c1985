import CarrierSimulator
import Linking
import Tracking

/// A simulated world without manifests as inference gets it, with the truth beside.
struct LinkCase {
    let seen: SeenWorld
    let containers: [CandidateContainer]
    let parcels: [OpenParcel]
    /// By the parcel's number.
    let truth: [Subject: SeenParcel.Truth]
    /// Codes of the trains by their ordinal.
    let trains: [String]

    /// 90 trains of 8 containers with 120 parcels each, in bags of 10: 86,400 parcels.
    init(seed: UInt64, trains: Int = 90, parameters: SightingParameters = SightingParameters()) {
        var world = WorldParameters()
        world.trains = trains
        world.parcelsPerContainer = 120...120
        self.init(World(seed: seed, parameters: world), parameters)
    }

    init(_ world: World, _ parameters: SightingParameters) {
        seen = SeenWorld(world, parameters: parameters)
        containers = seen.containers.map(Self.container)
        parcels = seen.parcels.map(Self.parcel)
        truth = Dictionary(uniqueKeysWithValues: zip(parcels.map(\.subject), seen.parcels.map(\.truth)))
        trains = world.trains.map(\.code)
    }

    static func box(_ number: String) -> Subject { Subject(.container, .iso6346, number) }

    func train(_ ordinal: Int) -> Subject { Subject(.train, .train, trains[ordinal]) }

    func labelled() -> [LabelledParcel] {
        parcels.compactMap { parcel in
            truth[parcel.subject].map { LabelledParcel(parcel, in: Self.box($0.container)) }
        }
    }

    private static func container(_ seen: SeenContainer) -> CandidateContainer {
        var result = CandidateContainer(box(seen.number))
        result.train = Subject(.train, .train, seen.train.code)
        result.departure = time(seen.departure)
        result.sealed = seen.sealed.map { time($0) }
        result.crossings = seen.crossings.map { Sighting($0.milestone, at: $0.station?.rawValue, time($0.at)) }
        result.hub = seen.hub.rawValue
        result.country = seen.hub.country
        result.customsLists = seen.customsLists
        result.declaredPieces = seen.declaredPieces
        result.declaredGrams = seen.declaredGrams
        return result
    }

    private static func parcel(_ seen: SeenParcel) -> OpenParcel {
        var result = OpenParcel(Subject(.parcel, .number, seen.number))
        result.bag = seen.bag
        result.sightings = seen.scans.map {
            Sighting($0.milestone, at: $0.station?.rawValue, time($0.at, isDay: $0.isDayOnly))
        }
        result.hub = seen.hub.rawValue
        result.country = seen.country
        result.customsList = seen.customsList
        result.pieces = seen.pieces
        result.weightGrams = seen.weightGrams
        return result
    }

    private static func time(_ at: Instant, isDay: Bool = false) -> EventTime {
        EventTime(at, offsetMinutes: 480, precision: isDay ? .day : .minute)
    }
}
