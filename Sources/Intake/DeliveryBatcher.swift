public import Store
import Tracking

/// Gathers deliveries and hands them to the store in batches, so that durability costs one flush to disk for each batch
/// and not for each answer.
public actor DeliveryBatcher {
    private struct Waiting {
        var delivery: Delivery
        var done: @Sendable (Result<Receipt, any Error>) async -> Void
    }

    private let writer: StoreWriter
    private let pause: Duration
    private let most: Int
    private var waiting: [Waiting] = []
    private var lastCommit = ContinuousClock.now
    private var committing: Task<Void, Never>?
    private var isDraining = false

    /// - Parameters:
    ///   - pause: the least time between two commits; an answer is visible after this long at the latest.
    ///   - most: deliveries that are committed at once without waiting.
    public init(writer: StoreWriter, pause: Duration = .milliseconds(200), most: Int = 256) {
        self.writer = writer
        self.pause = pause
        self.most = most
    }

    /// Takes a delivery and returns when there is room for the next; `done` hears of the commit.
    public func submit(
        _ delivery: Delivery,
        done: @escaping @Sendable (Result<Receipt, any Error>) async -> Void
    ) async {
        waiting.append(Waiting(delivery: delivery, done: done))
        startCommitting()
        // More than a few batches ahead of the disk would only fill the memory.
        while waiting.count >= most * 4, let committing { await committing.value }
    }

    /// Commits everything that waits, without further pause.
    public func drain() async {
        isDraining = true
        while let committing { await committing.value }
        isDraining = false
    }

    private func startCommitting() {
        guard committing == nil else { return }
        committing = Task { await commitAll() }
    }

    private func commitAll() async {
        while !waiting.isEmpty {
            await pauseBetweenCommits()
            let batch = Array(waiting.prefix(most))
            waiting.removeFirst(batch.count)
            lastCommit = .now
            await commit(batch)
        }
        committing = nil
    }

    private func pauseBetweenCommits() async {
        let step: Duration = .milliseconds(5)
        while !isDraining, waiting.count < most, ContinuousClock.now - lastCommit < pause {
            // Cancellation shortens the wait and loses nothing: the commit follows at once.
            guard (try? await Task.sleep(for: min(step, pause))) != nil else { return }
        }
    }

    private func commit(_ batch: [Waiting]) async {
        do {
            let receipts = try await writer.accept(batch.map(\.delivery))
            for (waiting, receipt) in zip(batch, receipts) { await waiting.done(.success(receipt)) }
        } catch {
            for waiting in batch { await waiting.done(.failure(error)) }
        }
    }
}
