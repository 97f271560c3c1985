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
        self.options = options
        console = options.console(context.console)
        let settings = try options.loadSettings(environment: context.environment)
        databasePath = try options.databasePath(settings, environment: context.environment)
        plans = try Plans(settings, environment: context.environment).all()
        room = ReadingRoom(
            places: try settings.places.map { try UserPlaces.read($0) } ?? .corridor,
            reportZone: settings.reportZone)
        concurrent = max(2, plans.map(\.concurrent).max() ?? 2)
        log = Logger(label: "caravand") { _ in ConsoleLog(environment: context.environment) }
    }

    func openStore() throws -> StoreWriter {
        try Self.explained { try StoreWriter(path: databasePath) }
    }

    /// Tells a failure of any target in the words of a command.
    static func explained<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let failure as any ExplainedFailure {
            throw CommandFailure(failure)
        }
    }

    /// The same for work that waits.
    static func explained<Result>(
        isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await work()
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
            throw CommandFailure(
                "cannot use the network", why: failure.detail, try: "check the installation of libcurl",
                kind: failure.kind.rawValue, status: .tryAgain)
        }
    }

    func poller(_ writer: StoreWriter, _ fetcher: CurlFetcher) -> Poller {
        Poller(
            plans: plans, fetcher: fetcher, writer: writer, room: room, clock: SystemTime(),
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
