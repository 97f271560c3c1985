import Foundation

/// Raised once, seen by work on another thread.
final class StopFlag: @unchecked Sendable {
    // @unchecked: `raised` is touched only while the lock is held.
    private let lock = NSLock()
    private var raised = false

    func raise() { lock.withLock { raised = true } }

    /// - Throws: `CancellationError` once it is raised.
    func check() throws {
        if lock.withLock({ raised }) { throw CancellationError() }
    }
}
