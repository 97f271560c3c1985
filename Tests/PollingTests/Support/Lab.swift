import Foundation
import HTTPFetch
import Intake
import Logging
import Messages
import Store
import TestSupport
import Tracking

@testable import Polling

/// A poller with a database of its own, a turned clock and a scripted carrier.
struct Lab {
    static let box = Subject(.container, Scheme(rawValue: "iso6346"), "MRKU9465770")

    let folder: TemporaryFolder
    let path: String
    let writer: StoreWriter
    let clock = ManualClock()
    let fetcher: ScriptedFetcher

    init(_ fetcher: ScriptedFetcher) throws {
        folder = try TemporaryFolder()
        path = folder.path("caravan.db")
        writer = try StoreWriter(path: path)
        self.fetcher = fetcher
    }

    /// Containers with numbers that follow each other; their check digits are nobody's matter here.
    static func boxes(_ count: Int) -> [Subject] {
        (0..<count).map { Subject(.container, Scheme(rawValue: "iso6346"), "MRKU94657\($0 < 10 ? "0" : "")\($0)") }
    }

    /// To read the library takes longer than most tests.
    private static let dcsa = Result { try ProfileLibrary().profile(named: "dcsa") }

    static func plan(
        name: String = "line-a", profile: String = "dcsa", rate: Double = .infinity, quota: Int? = nil,
        concurrent: Int = 1,
        watch: [WatchRule] = [], interval: Duration? = .hours(1)
    ) throws -> CarrierPlan {
        let profile = profile == "dcsa" ? try dcsa.get() : try Profile(yaml: profile, file: "lab")
        guard let profile else { throw Missing() }
        return CarrierPlan(
            name: name, profile: profile, baseURL: "https://carrier.example", secret: "key", requestsPerSecond: rate,
            quotaPerDay: quota, concurrent: concurrent, watch: watch, interval: interval)
    }

    struct Missing: Error {}

    /// - Parameter asking: who asks in the place of the script.
    func poller(
        _ plans: CarrierPlan..., asking: (any HTTPFetcher)? = nil, random: @escaping @Sendable () -> Double = { 0.5 },
        log: Logger = Logger(label: "lab") { _ in SwiftLogNoOpLogHandler() }
    ) -> Poller {
        Poller(
            plans: plans, fetcher: asking ?? fetcher, writer: writer, room: ReadingRoom(), clock: clock, random: random,
            log: log, commitPause: .zero)
    }

    /// A person asks for these numbers to be asked about.
    func watch(_ subjects: [Subject], carrier: String = "line-a", asks: Bool = true) throws {
        let watches = subjects.map { ReportedWatch(subject: $0, carrier: carrier, asks: asks) }
        try take([ReportedItem(position: "line 1", watches: watches)], channel: .person, source: "dispatcher")
    }

    @discardableResult
    func take(_ items: [ReportedItem], channel: Message.Channel = .file, source: String = "manifest") throws -> Receipt?
    {
        let bytes = Array(UUID().uuidString.utf8)
        let message = Message(
            channel: channel, source: source, profile: "lab", receivedAt: clock.now,
            sha256: Fingerprint.sha256(bytes), body: bytes)
        let part = Delivery.Part(message: message, report: Report(items: items))
        return try writer.acceptAndWait([Delivery(parts: [part])]).first
    }

    func read<Result>(_ work: (ReadSession) throws -> Result) throws -> Result {
        try StoreReader(path: path).read { try work($0) }
    }

    func poll(of subject: Subject) throws -> Asked.Poll? {
        try read { session in try session.stored(subject).flatMap { try session.asked(about: $0).polls.first } }
    }

    func polls(of subjects: [Subject]) throws -> [Asked.Poll?] {
        try read { session in
            try subjects.map { try session.stored($0).flatMap { try session.asked(about: $0).polls.first } }
        }
    }

    func events(of subject: Subject) throws -> [Event] {
        try read { session in try session.stored(subject).map { try session.dossier(of: $0).events } ?? [] }
    }

    func state(_ carrier: String = "line-a") async throws -> CarrierState {
        try await writer.carrierState(carrier)
    }

    /// The codes that were asked about, in order.
    var asked: [String] {
        fetcher.requests.compactMap { request in
            URLComponents(string: request.url)?.queryItems?.first { $0.name == "equipmentReference" }?.value
                ?? request.url.split(separator: "/").last.map(String.init)
        }
    }
}
