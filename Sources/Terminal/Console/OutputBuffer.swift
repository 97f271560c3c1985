import Foundation

/// Gathers small writes into large ones.
///
/// A class, because every copy of a console must share one buffer; `@unchecked Sendable`, because its mutable state
/// is touched under its lock alone.
final class OutputBuffer: @unchecked Sendable {
    private let sink: OutputSink
    private let capacity: Int
    private let lock = NSLock()
    private var waiting: [UInt8] = []
    private var state = OutputSink.Outcome.written

    /// A capacity of 0 writes everything at once.
    init(sink: OutputSink, capacity: Int) {
        self.sink = sink
        self.capacity = capacity
    }

    /// What became of the output so far; after a failure nothing more is written.
    var outcome: OutputSink.Outcome { lock.withLock { state } }

    func append(_ bytes: some Sequence<UInt8>) {
        lock.withLock {
            guard state == .written else { return }
            waiting.append(contentsOf: bytes)
            if waiting.count >= capacity { drain() }
        }
    }

    func flush() {
        lock.withLock { drain() }
    }

    private func drain() {
        guard state == .written, !waiting.isEmpty else { return }
        state = sink.accept(waiting)
        waiting.removeAll(keepingCapacity: true)
    }
}
