public import Tracking

/// Tells the time and waits: the one door to clocks, so that tests turn the hands.
public protocol Timekeeper: Sendable {
    /// The wall clock.
    var now: Instant { get }

    /// Waits until the wall clock shows `instant`.
    ///
    /// - Throws: `CancellationError` when the task is cancelled meanwhile.
    func sleep(until instant: Instant) async throws
}
