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
    /// Folders that are read.
    let inboxes: [InboxFolder]
    private let library: ProfileLibrary
    private let concurrent: Int
    private let sharesEvidence: Bool

    /// - Parameter says: the least that is logged, unless the environment says otherwise.
    /// - Throws: `CommandFailure` for settings, profiles or secrets that cannot be used.
    init(_ options: CommonOptions, _ context: ProgramContext, says level: Logger.Level = .warning) throws {
        self.options = options
        console = options.console(context.console)
        let settings = try options.loadSettings(environment: context.environment)
        databasePath = try options.databasePath(settings, environment: context.environment)
        let plans = Plans(settings, environment: context.environment)
        library = try plans.library()
        self.plans = try plans.all(library)
        inboxes = try Inboxes(settings).all(library)
        room = ReadingRoom(
            places: try settings.places.map { try UserPlaces.read($0) } ?? .corridor,
            reportZone: settings.reportZone)
        sharesEvidence = settings.sharedEvidence
        concurrent = max(2, self.plans.map(\.concurrent).max() ?? 2)
        log = Logger(label: "caravand") { _ in ConsoleLog(environment: context.environment, least: level) }
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

    /// Reads the folders of the settings; nil when they name none.
    func inboxReader(_ writer: StoreWriter, tell: @escaping @Sendable (InboxNotice) -> Void) -> InboxReader? {
        guard !inboxes.isEmpty else { return nil }
        let paper = InboxPaper(zone: room.reportZone)
        return InboxReader(
            folders: inboxes, writer: writer, room: room, library: library, quiet: Self.quiet,
            now: { SystemTime().now }, report: { paper.report($0) }, tell: tell)
    }

    /// Works out what no paper says.
    func inferenceDesk(_ writer: StoreWriter) -> InferenceDesk {
        InferenceDesk(InferenceRound(writer: writer, places: room.places, sharesEvidence: sharesEvidence))
    }

    /// How long nobody may have written to a file before it is taken.
    static let quiet: Duration = .seconds(5)

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
