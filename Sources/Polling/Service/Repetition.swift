import Logging
import ServiceLifecycle
import Tracking

/// Something done over and over, with a pause between, until graceful shutdown.
struct Repetition {
    let pause: Duration
    let clock: any Timekeeper
    let log: Logger

    /// - Throws: what `work` throws, but for being cancelled, which is how it ends.
    func run(_ work: @escaping @Sendable () async throws -> Void) async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await work()
                    try await clock.sleep(until: clock.now.advanced(by: pause))
                } catch is CancellationError {
                    log.debug("stopping")
                }
            }
        }
    }
}
