import Forecasting
import Store
import Tracking

/// Learns every few hours from the store how long the legs take and how long each carrier takes to tell, and tells the
/// planners.
actor Teacher {
    private static let pause: Duration = .hours(6)
    /// The newest journeys and sightings say most, and some thousands say enough.
    private static let mostJourneys = 3000
    private static let mostSightings = 5000

    /// So many sightings are kept of each carrier; older ones taught what they could.
    private static let keptSightings = 20_000

    private let store: StoreReader
    private let writer: StoreWriter
    private let places: Places
    private var planners: [String: SchedulePlanner] = [:]
    private var taughtAt: Instant?

    init(store: StoreReader, writer: StoreWriter, places: Places) {
        self.store = store
        self.writer = writer
        self.places = places
    }

    func add(_ planner: SchedulePlanner, of carrier: String) { planners[carrier] = planner }

    /// - Throws: `StoreFailure`.
    func teach(now: Instant) async throws {
        if let taughtAt, now.since(taughtAt) < Self.pause { return }
        taughtAt = now
        let carriers = planners.keys.sorted()
        var journeys: [[TravelledStep]] = []
        var sightings: [String: [FirstSighting]] = [:]
        for carrier in carriers {
            let (told, seen) = try await store.read { session in
                (
                    try session.journeys(carrier: carrier, limit: Self.mostJourneys),
                    try session.firstSightings(carrier: carrier, limit: Self.mostSightings).map {
                        FirstSighting(happenedAt: $0.happenedAt, missedAt: $0.missedAt, seenAt: $0.seenAt)
                    }
                )
            }
            try await writer.forgetSightings(carrier: carrier, but: Self.keptSightings)
            journeys += told
            sightings[carrier] = seen
        }
        let times = LegTimes(learntFrom: JourneyReader(places: places).observations(journeys))
        for (carrier, planner) in planners {
            planner.learn(CarrierForecast(times: times, sightings: sightings[carrier] ?? []))
        }
    }
}
