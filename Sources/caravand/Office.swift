import CurlFetch
import Foundation
import HTTPFetch
import Intake
import Logging
import Messages
import Polling
import Settings
import Store
import Terminal
import Tracking

/// What the daemon works with: settings, carriers with their secrets, the database, the door to the network.
struct Office {
    let console: Console
    let options: CommonOptions
    let databasePath: String
    let plans: [CarrierPlan]
    let room: ReadingRoom
    let log: Logger
    private let concurrent: Int

    /// - Throws: `CommandFailure` for settings, profiles or secrets that cannot be used.
    init(_ options: CommonOptions, _ context: ProgramContext) throws {
        let unresolved = Zones.check(["Asia/Shanghai", "Asia/Almaty", "Europe/Berlin"])
        guard unresolved.isEmpty else {
            throw CommandFailure("cannot tell the time of \(unresolved.joined(separator: ", "))",
                                 why: "the time zone data is missing", try: "apt-get install tzdata",
                                 kind: "no-zones", status: .tryAgain)
        }
        self.options = options
        console = options.console(context.console)
        let settings = try options.loadSettings(environment: context.environment)
        databasePath = try options.databasePath(settings, environment: context.environment)
        plans = try Plans(settings, environment: context.environment).all()
        room = ReadingRoom(places: try settings.places.map { try UserPlaces.read($0) } ?? .corridor,
                           reportZone: settings.reportZone)
        concurrent = max(2, plans.map(\.concurrent).max() ?? 2)
        log = Logger(label: "caravand") { _ in ConsoleLog(environment: context.environment) }
    }

    func openStore() throws -> StoreWriter {
        do {
            return try StoreWriter(path: databasePath)
        } catch let failure as any ExplainedFailure {
            throw CommandFailure(failure)
        }
    }

    func openNetwork() throws -> CurlFetcher {
        do {
            var limits = CurlFetcher.Limits()
            limits.maximumConnections = plans.reduce(0) { $0 + $1.concurrent }.clamped(to: 8...64)
            limits.maximumConnectionsPerHost = concurrent
            limits.userAgent = "caravan/0.1"
            return try CurlFetcher(limits)
        } catch let failure as FetchFailure {
            throw CommandFailure("cannot use the network", why: failure.detail, try: "check the installation of libcurl",
                                 kind: failure.kind.rawValue, status: .tryAgain)
        }
    }

    func poller(_ writer: StoreWriter, _ fetcher: CurlFetcher) -> Poller {
        Poller(plans: plans, fetcher: fetcher, writer: writer, room: room, clock: SystemTime(),
               random: { Double.random(in: 0..<1) }, log: log)
    }

    /// Held by the one process that asks carriers for this database; nil when another one does.
    func syncLock(_ writer: StoreWriter) throws -> FileLock? {
        let lock = try FileLock(path: writer.file.syncLockPath)
        return lock.tryAcquire() ? lock : nil
    }
}

extension Comparable {
    fileprivate func clamped(to range: ClosedRange<Self>) -> Self {
        min(max(self, range.lowerBound), range.upperBound)
    }
}
