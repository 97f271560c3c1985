import Foundation
import Messages
import Tracking

/// One thread that reads answers, one after the other.
final class ReadingDesk: @unchecked Sendable {
    // @unchecked: `reader` is used only inside `queue`, which runs one block at a time; `count` only under `lock`.
    private let queue: DispatchQueue
    private let reader: MessageReader
    private let lock = NSLock()
    private var count = 0

    init(_ reader: MessageReader, name: String) {
        self.reader = reader
        queue = DispatchQueue(label: "caravan.reading.\(name)")
    }

    /// Answers that are being read or wait for it.
    var waiting: Int { lock.withLock { count } }

    /// What an answer says, and the bytes to keep of it.
    ///
    /// - Throws: `ReadFailure`.
    func read(_ body: [UInt8], asked: [Subject], receivedAt: Instant) async throws -> (Report, [UInt8]) {
        lock.withLock { count += 1 }
        defer { lock.withLock { count -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { [self] in
                continuation.resume(with: Result { try report(body, asked: asked, receivedAt: receivedAt) })
            }
        }
    }

    private func report(_ body: [UInt8], asked: [Subject], receivedAt: Instant) throws -> (Report, [UInt8]) {
        var report = Report()
        let summary = try reader.read(body, asked: asked, receivedAt: receivedAt, chunk: .max) {
            report.items += $0.items
        }
        return (report, summary.archive)
    }
}
