import Foundation

/// A value behind a lock.
///
/// `@unchecked Sendable` because the compiler cannot see that `value` is touched only inside ``withLock(_:)``, where
/// the lock is held, and that the value itself is `Sendable`. The lock is an `NSLock`: ThreadSanitizer does not follow
/// `Synchronization.Mutex` on Linux and would report races that are none.
final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) {
        self.value = value
    }

    func withLock<Answer>(_ body: (inout Value) throws -> Answer) rethrows -> Answer {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
