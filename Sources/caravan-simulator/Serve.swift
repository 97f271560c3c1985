import ArgumentParser
import CarrierSimulator
import Foundation
import Tracking

/// `serve`: the simulated carrier on loopback.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answer DCSA and DHL tracking requests on 127.0.0.1.",
        discussion: """
            About containers in the form of DCSA Track & Trace, about last-mile numbers in the form of DHL's unified
            interface (/track/shipments). Prints 'listening on http://127.0.0.1:PORT' once it answers. SIGTERM or SIGINT
            ends it.
            """)

    @OptionGroup var world: WorldOptions

    @Option(help: "Port to listen on; 0 takes one that is free.")
    var port: UInt16 = 0

    @Option(
        help: "Simulated time to start at, RFC 3339; by default a day before the first departure.",
        transform: instant)
    var start: Instant?

    @Option(help: "Simulated seconds per second; 0 stands still.")
    var speed = 1.0

    @Option(help: "The key that requests must carry in their API-Key or DHL-API-Key header.")
    var apiKey: String?

    @Option(help: "Requests per second above which answers are refused with 429.")
    var rate: Double?

    @Option(help: "Requests taken at once after a pause, with --rate.")
    var burst = 10.0

    @Option(help: "Milliseconds that each answer takes.")
    var delay = 0

    @Flag(help: "Publish everything at once and never wrongly.")
    var perfect = false

    func validate() throws {
        guard speed >= 0, delay >= 0, rate.map({ $0 > 0 }) ?? true, burst >= 1 else {
            throw ValidationError("Speed and delay are not negative, the rate is greater than 0, the burst at least 1.")
        }
    }

    func run() async throws {
        let zones = try Console.zones()
        endOnSignals()
        let world = world.world()
        let server = try listen()
        let first = start ?? world.trains.first?.plannedDeparture.advanced(by: .days(-1))
        let clock = SimulatedClock(start: first ?? world.parameters.firstDeparture, speed: speed)
        let carrier = DCSACarrier(world: world, clock: clock, zones: zones, options: options)
        let lastMile = LastMileCarrier(world: world, clock: clock, zones: zones, apiKey: apiKey)
        try Console.say("listening on http://127.0.0.1:\(server.port)")
        try await carrier.serve(on: server, besides: lastMile)
    }

    private var options: CarrierOptions {
        var options = CarrierOptions()
        options.apiKey = apiKey
        options.rateLimit = rate.map { RateLimit(perSecond: $0, burst: burst) }
        options.delay = .milliseconds(delay)
        if perfect { options.habits = .perfect }
        return options
    }

    private func listen() throws -> LoopbackServer {
        do {
            return try LoopbackServer(port: port)
        } catch {
            throw Console.failure(
                "cannot listen on 127.0.0.1:\(port): \(error)", attempt: "another port, or --port 0",
                code: 69)
        }
    }

    /// There is nothing to save, so the end is at once.
    private func endOnSignals() {
        for number in [SIGTERM, SIGINT] {
            signal(number) { _ in _exit(0) }
        }
    }
}
