import Foundation
import Polling
import Tracking

/// A clock whose hands a test turns; whoever waits turns them too, so that nothing really waits.
final class ManualClock: Timekeeper, @unchecked Sendable {
    // @unchecked: `instant` is touched only while the lock is held.
    private let lock = NSLock()
    private var instant: Instant
    private var meanwhile: (@Sendable () async throws -> Void)?

    init(_ instant: Instant = .noon) {
        self.instant = instant
    }

    var now: Instant { lock.withLock { instant } }

    func turn(by duration: Duration) {
        lock.withLock { instant = instant.advanced(by: duration) }
    }

    /// What happens while somebody waits.
    func whileWaiting(_ work: @escaping @Sendable () async throws -> Void) {
        lock.withLock { meanwhile = work }
    }

    func sleep(until instant: Instant) async throws {
        try Task.checkCancellation()
        if let work = lock.withLock({ meanwhile }) { try await work() }
        lock.withLock { self.instant = max(self.instant, instant) }
    }
}

extension Instant {
    /// 2026-11-20T12:00:00Z.
    static let noon = Instant(seconds: 1_795_176_000)
}
