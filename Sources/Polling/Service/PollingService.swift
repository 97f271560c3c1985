public import Logging
public import ServiceLifecycle
import Tracking

/// The daemon's work: pass after pass until it is told to stop.
public struct PollingService: Service {
    /// New numbers that another program brings are noticed within this time.
    public static let longestWait: Duration = .seconds(5)

    private let poller: Poller
    private let clock: any Timekeeper
    private let notifier: SystemdNotifier
    private let log: Logger
    private let didPass: @Sendable (PassSummary) -> Void

    /// - Parameter didPass: told what each pass did.
    public init(
        poller: Poller, clock: any Timekeeper, notifier: SystemdNotifier, log: Logger,
        didPass: @escaping @Sendable (PassSummary) -> Void = { _ in }
    ) {
        self.poller = poller
        self.clock = clock
        self.notifier = notifier
        self.log = log
        self.didPass = didPass
    }

    /// Runs until graceful shutdown: questions under way are given back, what came is committed.
    ///
    /// - Throws: `StoreFailure` when the database cannot be written, which no waiting mends.
    public func run() async throws {
        notifier.ready()
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await passAndWait()
            }
        }
        notifier.stopping()
    }

    private func passAndWait() async throws {
        do {
            let summary = try await poller.pass()
            didPass(summary)
            notifier.alive(status: "\(summary.requests) requests, \(summary.accounting.mapped) news in the last pass")
            let longest = clock.now.advanced(by: Self.longestWait)
            try await clock.sleep(until: min(poller.nextDue() ?? longest, longest))
        } catch is CancellationError {
            log.debug("stopping")
        }
    }
}
