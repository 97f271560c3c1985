import CurlFetch
import Foundation
import HTTPFetch
import Intake
import Logging
import Messages
import Polling
import Store
import Tracking

/// The whole product over one database: what is due is asked, mapped and stored, one pass after the other.
struct ProductPath {
    /// The machine's clock, ahead by as much as somebody turned it.
    private final class TurnedClock: Timekeeper, @unchecked Sendable {
        // @unchecked: `ahead` is turned between two passes only.
        var ahead: Duration = .zero
        private let clock = SystemTime()
        var now: Instant { clock.now.advanced(by: ahead) }

        func sleep(until instant: Instant) async throws {
            try await clock.sleep(until: instant.advanced(by: .zero - ahead))
        }
    }

    private let count: Int
    private let clock = TurnedClock()
    private let writer: StoreWriter
    private let fetcher: CurlFetcher
    private let poller: Poller
    private let path: String
    private let surroundings: Surroundings

    init(_ codes: [String], _ server: ServerProcess, inFlight: Int, _ surroundings: Surroundings) throws {
        self.surroundings = surroundings
        count = codes.count
        path = surroundings.path("http.db")
        writer = try StoreWriter(path: path)
        try Self.watch(codes, writer)
        guard let profile = try ProfileLibrary().profile(named: "dcsa") else {
            throw Bench.Failure(description: "the profile dcsa is missing")
        }
        let plan = CarrierPlan(
            name: "line-a", profile: profile, baseURL: server.baseURL, secret: "secret", requestsPerSecond: 1e6,
            concurrent: inFlight)
        var limits = CurlFetcher.Limits()
        (limits.maximumConnections, limits.maximumConnectionsPerHost) = (inFlight, inFlight)
        fetcher = try CurlFetcher(limits)
        poller = Poller(
            plans: [plan], fetcher: fetcher, writer: writer, room: ReadingRoom(), clock: clock,
            random: { Double.random(in: 0..<1) }, log: Logger(label: "bench"))
    }

    /// Asks about everything once and waits until all of it is on disk.
    ///
    /// - Parameter news: how many of the answers bring something new.
    func pass(news: Int) async throws -> Spent {
        let spent = try await Spent.measure {
            let summary = try await poller.pass()
            guard summary.failures.isEmpty, summary.requests == count,
                summary.accounting.mapped == news * Answers.eventsPerAnswer
            else { throw Bench.Failure(description: "not everything was asked or stored: \(summary)") }
        }
        clock.ahead += .hours(25)
        return spent
    }

    func close() throws {
        fetcher.shutdown()
        try writer.close()
        surroundings.remove(path)
    }

    private static func watch(_ codes: [String], _ writer: StoreWriter) throws {
        let items = codes.map { code in
            ReportedItem(
                position: code,
                watches: [
                    ReportedWatch(subject: Subject(.container, .iso6346, code), carrier: "line-a", asks: true)
                ])
        }
        let message = Message(
            channel: .person, source: "bench", profile: "hand",
            receivedAt: Instant(milliseconds: 1_700_000_000_000),
            sha256: Fingerprint.sha256(Array("watch".utf8)), body: [])
        _ = try writer.acceptAndWait([Delivery(parts: [Delivery.Part(message: message, report: Report(items: items))])])
    }
}
