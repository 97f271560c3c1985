import CurlFetch
import Foundation
import HTTPFetch
import Intake
import Logging
import Messages
import Polling
import Store
import Tracking

/// Asking over HTTP through the whole product beside libcurl alone, over the same answers of the same server.
enum HTTPChapter {
    private static let inFlight = 32

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static func figures(_ surroundings: Surroundings) async throws -> [Figure] {
        try await slowServer(surroundings) + fastServer(surroundings)
    }

    /// A carrier that takes its time: what counts is that nothing of ours makes it wait.
    private static func slowServer(_ surroundings: Surroundings) async throws -> [Figure] {
        let rates = try await compare(requests: 4800, delay: .milliseconds(50), rounds: 3, surroundings)
        return [
            .share(
                "whole path, 50 ms server, 32 in flight", ours: rates.ours.median, baseline: rates.bare.median,
                unit: "answers/s", atLeast: 0.97,
                notes: [
                    "ours: due → asked → mapped → stored with FULL; \(rates.ours.spread { $0.grouped })",
                    "baseline: bare libcurl multi; \(rates.bare.spread { $0.grouped })",
                ])
        ]
    }

    /// A carrier that answers at once: what counts is the work.
    private static func fastServer(_ surroundings: Surroundings) async throws -> [Figure] {
        let rates = try await compare(requests: 4000, delay: .zero, rounds: 5, surroundings)
        return [
            .share(
                "whole path, no delay, 32 in flight", ours: rates.ours.median, baseline: rates.bare.median,
                unit: "answers/s", atLeast: 0.4,
                notes: [
                    "answers of 20 events and \(Answers.body(0).count) bytes, each stored with FULL; "
                        + rates.ours.spread { $0.grouped },
                    try PartsAlone.note(surroundings),
                    "baseline: bare libcurl multi over the same bodies, thrown away; "
                        + rates.bare.spread { $0.grouped },
                ])
        ]
    }

    private static func compare(requests: Int, delay: Duration, rounds: Int, _ surroundings: Surroundings)
        async throws -> (ours: [Double], bare: [Double])
    {
        let answers = Dictionary(
            uniqueKeysWithValues: (0..<requests).map {
                (Answers.container($0), Answers.body($0))
            })
        let server = try FastServer(answers: answers, delay: delay)
        defer { server.stop() }
        let codes = (0..<requests).map(Answers.container)
        var ours: [Double] = []
        var bare: [Double] = []
        for _ in 0..<rounds {
            bare.append(Double(requests) / (try bareRound(codes, server)))
            ours.append(Double(requests) / (try await ourRound(codes, server, surroundings)))
        }
        return (ours, bare)
    }

    private static func bareRound(_ codes: [String], _ server: FastServer) throws -> Double {
        let fetch = try BareFetch(inFlight: inFlight)
        let urls = codes.map { "\(server.baseURL)/v2/events?equipmentReference=\($0)&limit=100" }
        let start = ContinuousClock.now
        guard try fetch.fetch(urls) > codes.count * 1000 else { throw Failure(description: "short answers") }
        return (ContinuousClock.now - start).seconds
    }

    private static func ourRound(_ codes: [String], _ server: FastServer, _ surroundings: Surroundings)
        async throws -> Double
    {
        let path = surroundings.path("http.db")
        defer { surroundings.remove(path) }
        let writer = try StoreWriter(path: path)
        try watch(codes, writer)
        guard let profile = try ProfileLibrary().profile(named: "dcsa") else {
            throw Failure(description: "the profile dcsa is missing")
        }
        let plan = CarrierPlan(
            name: "line-a", profile: profile, baseURL: server.baseURL, secret: "secret",
            requestsPerSecond: 1e6, concurrent: inFlight)
        var limits = CurlFetcher.Limits()
        (limits.maximumConnections, limits.maximumConnectionsPerHost) = (inFlight, inFlight)
        let fetcher = try CurlFetcher(limits)
        defer { fetcher.shutdown() }
        let poller = Poller(
            plans: [plan], fetcher: fetcher, writer: writer, room: ReadingRoom(), clock: SystemTime(),
            random: { Double.random(in: 0..<1) }, log: Logger(label: "bench"))
        let start = ContinuousClock.now
        let summary = try await poller.pass()
        let seconds = (ContinuousClock.now - start).seconds
        guard summary.accounting.mapped == codes.count * Answers.eventsPerAnswer, summary.failures.isEmpty else {
            throw Failure(description: "not everything was stored: \(summary)")
        }
        try writer.close()
        return seconds
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
