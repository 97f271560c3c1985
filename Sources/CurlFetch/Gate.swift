import Foundation

/// A door that opens once; whoever waits before it goes on then.
///
/// `@unchecked Sendable` because `isOpen` is touched under the condition's lock only, which the compiler cannot see.
final class Gate: @unchecked Sendable {
    private let condition = NSCondition()
    private var isOpen = false

    func open() {
        condition.lock()
        defer { condition.unlock() }
        isOpen = true
        condition.broadcast()
    }

    func wait() {
        condition.lock()
        defer { condition.unlock() }
        while !isOpen { condition.wait() }
    }
}
