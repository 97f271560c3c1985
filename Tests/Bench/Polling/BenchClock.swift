import Foundation
import Polling
import Tracking

/// A clock that is where it is set, and jumps to wherever somebody waits for.
final class BenchClock: Timekeeper, @unchecked Sendable {
    // @unchecked: the instant is touched only while the lock is held.
    private let lock = NSLock()
    private var instant: Instant

    init(_ instant: Instant) { self.instant = instant }

    var now: Instant {
        lock.lock()
        defer { lock.unlock() }
        return instant
    }

    func set(_ next: Instant) {
        lock.lock()
        defer { lock.unlock() }
        instant = max(instant, next)
    }

    func sleep(until instant: Instant) async throws {
        try Task.checkCancellation()
        set(instant)
    }
}
