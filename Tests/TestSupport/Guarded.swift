import Foundation

/// A value behind a lock.
///
/// `@unchecked Sendable` because `value` is touched only while the lock is held, which the compiler cannot see. An
/// `NSLock`, because ThreadSanitizer does not follow `Synchronization.Mutex` on Linux.
final class Guarded<Value: Sendable>: @unchecked Sendable {
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
