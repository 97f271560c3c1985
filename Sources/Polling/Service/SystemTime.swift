import Foundation
public import Tracking

/// The machine's own clock.
public struct SystemTime: Timekeeper {
    public init() {}

    public var now: Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    public func sleep(until instant: Instant) async throws {
        // A clock that is set back must not make a wait endless: the wait is measured on the monotonic clock.
        let wait = instant.since(now)
        if wait > .zero { try await Task.sleep(for: wait) }
    }
}
