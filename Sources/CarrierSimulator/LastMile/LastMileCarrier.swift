import Tracking

/// The carrier of the last leg: answers about single parcels in the shape of DHL's unified tracking interface.
///
/// As real ones do, it knows a number from when its label's data came in, while the box is still far away, and tells
/// what happens to the parcel only from the hand-over on.
public final class LastMileCarrier: Sendable {
    /// The path that it answers at.
    public static let path = "/track/shipments"

    private let world: World
    private let clock: SimulatedClock
    private let rendering: LastMileRendering
    private let apiKey: String?
    /// Made with the first question: to make all parcels of a large world takes a while.
    private let parcels = Locked<[String: LastMileParcel]?>(nil)

    /// - Parameter apiKey: what requests must carry in their `DHL-API-Key` header; nil takes any.
    public init(world: World, clock: SimulatedClock, zones: ZoneTable, apiKey: String? = nil) {
        self.world = world
        self.clock = clock
        self.apiKey = apiKey
        rendering = LastMileRendering(zones: zones)
    }

    /// The answer to a request to ``path``.
    public func answer(_ request: CarrierRequest) -> CarrierAnswer {
        if let apiKey, request.headers["dhl-api-key"] != apiKey {
            return rendering.problem(401, "Unauthorized", "The key is missing or unknown.", request)
        }
        guard request.method == "GET", let number = request.query["trackingNumber"], !number.isEmpty else {
            return rendering.problem(400, "Bad request", "One trackingNumber is needed.", request)
        }
        guard let parcel = known()[number], parcel.told(by: clock.now).isEmpty == false else {
            return rendering.problem(
                404, "No result found", "No shipment with given tracking number found.", request)
        }
        return CarrierAnswer(200, rendering.answer(parcel, at: clock.now))
    }

    private func known() -> [String: LastMileParcel] {
        parcels.withLock { parcels in
            if let parcels { return parcels }
            var made: [String: LastMileParcel] = [:]
            for trip in world.trips {
                let labelled = trip.first(.borderArrived, at: .dostyk)?.at ?? trip.events.first?.at
                for parcel in trip.bags().flatMap(\.parcels) {
                    made[parcel.lastMile] = LastMileParcel(parcel, labelledAt: labelled)
                }
            }
            parcels = made
            return made
        }
    }
}
