import Tracking

/// The batches that a carrier could not answer because of one of their numbers, and the numbers that were found to be
/// the reason: none of them is sent again as it was.
///
/// Only their hashes are kept; the oldest go first.
struct FailedBatches: Sendable, Equatable {
    static let most = 128

    private(set) var hashes: [UInt64]

    init(hashes: [UInt64] = []) {
        self.hashes = Array(hashes.suffix(Self.most))
    }

    /// Whether these numbers together, in any order, have failed; of one number, whether it was a reason.
    func contains(_ batch: [Subject]) -> Bool {
        !hashes.isEmpty && hashes.contains(Self.hash(batch))
    }

    mutating func remember(_ batch: [Subject]) {
        forget(batch)
        hashes.append(Self.hash(batch))
        if hashes.count > Self.most { hashes.removeFirst(hashes.count - Self.most) }
    }

    mutating func forget(_ batch: [Subject]) {
        guard !hashes.isEmpty else { return }
        let hash = Self.hash(batch)
        hashes.removeAll { $0 == hash }
    }

    private static func hash(_ batch: [Subject]) -> UInt64 {
        StableHash.of(batch.map { "\($0.kind.rawValue):\($0)" }.sorted().joined(separator: "\n"))
    }
}
