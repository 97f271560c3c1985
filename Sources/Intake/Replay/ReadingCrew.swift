import Dispatch
import Foundation
import Messages
import Store
import Tracking

/// Reads several messages of the archive at the same time, one on each processor.
final class ReadingCrew {
    typealias Outcome = Result<[Report], any Error>

    private let readers: [ArchiveReader]

    init(room: ReadingRoom, library: ProfileLibrary) {
        let count = ProcessInfo.processInfo.activeProcessorCount
        readers = (0..<count).map { _ in ArchiveReader(room: room, library: library) }
    }

    /// Reads messages; what comes back is in their order.
    func read(_ messages: [PackedMessage]) -> [Outcome] {
        let (work, readers) = (SharedWork(messages), readers)
        DispatchQueue.concurrentPerform(iterations: min(readers.count, messages.count)) { number in
            while let (index, message) = work.next() {
                work.put(Result { try readers[number].reports(of: message.unpacked()) }, at: index)
            }
        }
        return work.outcomes
    }

    /// Reads one long message in stretches.
    func read(_ message: PackedMessage, take: (Report) throws -> Void) throws {
        try readers[0].read(message.unpacked(), take: take)
    }
}

/// Messages to be read, and what came of them.
private final class SharedWork: @unchecked Sendable {
    // @unchecked: everything that changes is touched only under `lock`.
    private let lock = NSLock()
    private let messages: [PackedMessage]
    private var started = 0
    private var results: [ReadingCrew.Outcome]

    init(_ messages: [PackedMessage]) {
        self.messages = messages
        results = Array(repeating: .success([]), count: messages.count)
    }

    func next() -> (Int, PackedMessage)? {
        lock.withLock {
            guard started < messages.count else { return nil }
            started += 1
            return (started - 1, messages[started - 1])
        }
    }

    func put(_ outcome: ReadingCrew.Outcome, at index: Int) {
        lock.withLock { results[index] = outcome }
    }

    var outcomes: [ReadingCrew.Outcome] { lock.withLock { results } }
}
