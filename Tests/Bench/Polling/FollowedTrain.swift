import CarrierSimulator
import Forecasting
import Foundation
import Intake
import Logging
import Messages
import Polling
import Store
import Tracking

/// A train of 200,000 parcels, followed by the whole product from Urumqi to the European hub.
enum FollowedTrain {
    private static let parcels = 200_000

    /// All its boxes go to Europe: parcels that are unpacked on the way are on a leg of their own.
    private static var parameters: WorldParameters {
        var parameters = WorldParameters.bigTrain(parcels: parcels)
        (parameters.eurasianShare, parameters.partialStripShare) = (0, 0)
        return parameters
    }

    static func figures(_ surroundings: Surroundings) async throws -> [Figure] {
        let path = surroundings.path("train.db")
        defer { surroundings.remove(path) }
        let world = World(seed: 7, parameters: parameters)
        try BigManifests.take(world, into: path, surroundings)
        let start = world.trains[0].departure.advanced(by: .hours(-12))
        // Until the first box is at its hub; those that were left behind are on the way for days more.
        let end = world.trips.compactMap { $0.events.last { $0.milestone == .discharged }?.at }.min() ?? start
        let clock = BenchClock(start)
        let simulated = SimulatedClock(start: start, speed: 0)
        let carrier = DCSACarrier(world: world, clock: simulated, zones: try ZoneTable())
        let fetcher = WorldFetcher(carrier)
        let writer = try StoreWriter(path: path)
        let poller = try BigManifests.poller(writer, fetcher, clock, lineRate: 2, parcelRate: 1)
        let wall = ContinuousClock.now
        while clock.now < end {
            simulated.set(clock.now)
            _ = try await poller.pass()
            let next = try await poller.nextDue() ?? end
            clock.set(max(next, clock.now.advanced(by: .minutes(5))))
        }
        let seconds = (ContinuousClock.now - wall).seconds
        let days = end.since(start).hours / 24
        let asked = fetcher.asked
        let delays = try delays(path)
        try writer.close()
        let perDay = Double(asked.line + asked.parcels) / days
        let share = perDay / (Double(parcels) / 1000)
        return [
            Figure(
                what: "a train of 200 000 parcels, followed", ours: "\(perDay.grouped) requests/day",
                baseline: "\((Double(parcels) / 40).grouped) to ask each parcel once", measured: share.fixed(2),
                target: "≤ 1 per 1 000 parcels and day", isMet: share <= 1,
                notes: [
                    "\(days.fixed(1)) days from half a day before the departure to the first discharge at the hub: "
                        + "\(asked.line) requests about 50 boxes, \(asked.parcels) about three parcels of each, forty at once",
                    "news of boxes were seen \(delays.median.fixed(1)) h after they happened in the middle, "
                        + "\((delays.reduce(0, +) / Double(max(delays.count, 1))).fixed(1)) h on average",
                    "simulated in \(seconds.fixed(0)) s",
                ])
        ]
    }

    /// Hours from each happening to its first sighting.
    private static func delays(_ path: String) throws -> [Double] {
        try StoreReader(path: path).read { session in
            try session.firstSightings(carrier: BigManifests.line, limit: 100_000).filter { $0.missedAt != nil }.map {
                $0.seenAt.since($0.happenedAt).hours
            }
        }
    }
}
