import CarrierSimulator
import Foundation
import HTTPFetch
import Intake
import Logging
import Messages
import Polling
import Store
import Tracking

/// Stores full of big trains, and a poller for their two carriers.
enum BigManifests {
    static let line = "line-a"
    private static let parcelCarrier = "parcels"

    /// The numbers of the parcels; those of the last mile are another carrier's.
    private static let parcels = "YT*"

    struct Missing: Error {}

    /// Takes in the manifest of one big train of each seed.
    static func take(into path: String, seeds: [Int], parcels: Int, _ surroundings: Surroundings) throws {
        for seed in seeds {
            let manifest = surroundings.path("manifest.csv")
            defer { surroundings.remove(manifest) }
            _ = try ChildProcess.time(
                surroundings.program("caravan-simulator"),
                ["manifest", "--seed", String(seed), "--parcels", String(parcels), "--output", manifest])
            _ = try ChildProcess.time(
                surroundings.program("caravan"), ["import", "--json", "--database", path, manifest])
        }
    }

    /// Takes in the manifest of a world's first train.
    static func take(_ world: World, into path: String, _ surroundings: Surroundings) throws {
        let manifest = surroundings.path("manifest.csv")
        defer { surroundings.remove(manifest) }
        try Data(ManifestWriter().manifest(of: world.trains[0], in: world)).write(to: URL(fileURLWithPath: manifest))
        _ = try ChildProcess.time(surroundings.program("caravan"), ["import", "--json", "--database", path, manifest])
    }

    /// - Parameters:
    ///   - lineRate: requests a second about boxes.
    ///   - parcelRate: requests a second about parcels, forty at once.
    static func poller(
        _ writer: StoreWriter, _ fetcher: any HTTPFetcher, _ clock: any Timekeeper, lineRate: Double,
        parcelRate: Double
    ) throws -> Poller {
        guard let dcsa = try ProfileLibrary().profile(named: "dcsa") else { throw Missing() }
        let plans = [
            CarrierPlan(
                name: line, profile: dcsa, baseURL: WorldFetcher.line, secret: "secret", requestsPerSecond: lineRate,
                watch: [.kind(.container)]),
            CarrierPlan(
                name: parcelCarrier, profile: try Profile(yaml: WorldFetcher.parcelProfile, file: "parcels"),
                baseURL: WorldFetcher.parcels, requestsPerSecond: parcelRate, watch: [.pattern(parcels)]),
        ]
        return Poller(
            plans: plans, fetcher: fetcher, writer: writer, room: ReadingRoom(), clock: clock, random: { 0.5 },
            log: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }, commitPause: .zero)
    }
}
