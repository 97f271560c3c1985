public import Intake
public import Logging
public import ServiceLifecycle
import Tracking

/// Reads folders over and over until it is told to stop.
public struct InboxService: Service {
    /// A file that has stopped growing is noticed within this time.
    public static let pause: Duration = .seconds(2)

    private let reader: InboxReader
    private let clock: any Timekeeper
    private let log: Logger
    private let didPass: @Sendable (InboxSummary) -> Void

    /// - Parameter didPass: told what each pass did.
    public init(
        reader: InboxReader, clock: any Timekeeper, log: Logger,
        didPass: @escaping @Sendable (InboxSummary) -> Void = { _ in }
    ) {
        self.reader = reader
        self.clock = clock
        self.log = log
        self.didPass = didPass
    }

    /// Runs until graceful shutdown: a file under way is taken up again at the next start.
    ///
    /// - Throws: `StoreFailure` when the database cannot be written, which no waiting mends.
    public func run() async throws {
        try await Repetition(pause: Self.pause, clock: clock, log: log).run {
            didPass(try await reader.pass())
        }
    }
}
