import Foundation

/// What a pass came to, given once to whoever waits for it.
final class InboxAnswer: @unchecked Sendable {
    // @unchecked: `waiting` is touched only while the lock is held.
    private let lock = NSLock()
    private var waiting: CheckedContinuation<InboxSummary, any Error>?

    func expect(_ continuation: CheckedContinuation<InboxSummary, any Error>) {
        lock.withLock { waiting = continuation }
    }

    /// Whatever is given after the first is nobody's.
    func give(_ result: Result<InboxSummary, any Error>) {
        let first = lock.withLock {
            defer { waiting = nil }
            return waiting
        }
        first?.resume(with: result)
    }
}
