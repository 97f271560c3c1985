public import Intake
public import Logging
public import ServiceLifecycle
import Store
import Tracking

/// Works out, over and over until it is told to stop, what no paper says.
public struct InferenceService: Service {
    /// Long enough that what comes in a burst is worked out once.
    public static let pause: Duration = .minutes(5)

    private let desk: InferenceDesk
    private let clock: any Timekeeper
    private let log: Logger
    private let didRound: @Sendable (InferenceReport) -> Void

    /// - Parameter didRound: told what each round did.
    public init(
        desk: InferenceDesk, clock: any Timekeeper, log: Logger,
        didRound: @escaping @Sendable (InferenceReport) -> Void = { _ in }
    ) {
        self.desk = desk
        self.clock = clock
        self.log = log
        self.didRound = didRound
    }

    /// Runs until graceful shutdown; a round under way ends first, or is taken up again at the next start.
    ///
    /// - Throws: `StoreFailure` when the database cannot be written, which no waiting mends.
    public func run() async throws {
        try await Repetition(pause: Self.pause, clock: clock, log: log).run {
            let report = try await desk.run(now: clock.now)
            if let line = report.line { log.notice("\(line)") }
            didRound(report)
        }
    }
}
