import Dispatch
import Store
import Tracking

/// Writes the stretches of a long file on a thread of its own, so that reading the next and writing the last go on at
/// the same time.
final class AppendLane: @unchecked Sendable {
    // @unchecked: `long` and `failure` are touched only inside `queue`, which runs one block at a time.
    private let queue = DispatchQueue(label: "caravan.import")
    /// Besides the one that is written, one may wait: more would only fill the memory.
    private let places = DispatchSemaphore(value: 2)
    private let long: LongDelivery
    private var failure: (any Error)?

    init(_ long: LongDelivery) {
        self.long = long
    }

    /// Takes a stretch; returns when there is room for the next. What fails is told by `complete`.
    func append(_ report: Report) {
        places.wait()
        queue.async { [self] in
            defer { places.signal() }
            guard failure == nil else { return }
            do {
                try long.append(report)
            } catch {
                failure = error
            }
        }
    }

    /// Waits for all stretches; what is left is to complete the message.
    ///
    /// - Throws: `StoreFailure` of an earlier stretch.
    func drained() throws -> LongDelivery {
        try queue.sync {
            if let failure { throw failure }
            return long
        }
    }

    /// Waits for all stretches and makes the message visible.
    ///
    /// - Throws: `StoreFailure`, also of an earlier stretch.
    func complete(body: [UInt8]) throws -> Receipt {
        try queue.sync {
            if let failure { throw failure }
            return try long.complete(body: body)
        }
    }
}
