import Foundation

/// Collects what closures of other tasks see.
final class Seen<Value: Sendable>: @unchecked Sendable {
    // @unchecked: `kept` is touched only while the lock is held.
    private let lock = NSLock()
    private var kept: [Value] = []

    var values: [Value] { lock.withLock { kept } }

    func add(_ value: Value) { lock.withLock { kept.append(value) } }
}
