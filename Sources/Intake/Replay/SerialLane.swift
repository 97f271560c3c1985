import Dispatch

/// Work that is done one piece after the other on a thread of its own, while the next piece is prepared.
final class SerialLane: @unchecked Sendable {
    // @unchecked: `failure` is touched only inside `queue`, which runs one block at a time.
    private let queue: DispatchQueue
    /// Besides the one that is done, one may wait: more would only fill the memory.
    private let places = DispatchSemaphore(value: 2)
    private var failure: (any Error)?

    init(_ name: String) {
        queue = DispatchQueue(label: name)
    }

    /// Takes a piece of work; returns when there is room for the next. After a failure nothing more is done.
    func add(_ work: @escaping @Sendable () throws -> Void) {
        places.wait()
        queue.async { [self] in
            defer { places.signal() }
            guard failure == nil else { return }
            do {
                try work()
            } catch {
                failure = error
            }
        }
    }

    /// Waits until everything is done.
    ///
    /// - Throws: what the first failing piece threw.
    func finish() throws {
        try queue.sync {
            if let failure { throw failure }
        }
    }
}
