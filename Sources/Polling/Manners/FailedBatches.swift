import Tracking

/// The batches that a carrier could not answer because of one of their numbers, and the numbers that were found to be
/// the reason: none of them is sent again as it was. And the numbers among which the reason is still to be found.
///
/// Only their hashes are kept; the oldest go first.
struct FailedBatches: Sendable, Equatable {
    static let most = 256

    private(set) var hashes: [UInt64]

    init(hashes: [UInt64] = []) {
        self.hashes = Array(hashes.suffix(Self.most))
    }

    /// Whether these numbers together, in any order, have failed; of one number, whether it was a reason.
    func contains(_ batch: [Subject]) -> Bool {
        !hashes.isEmpty && hashes.contains(Self.hash(batch))
    }

    mutating func remember(_ batch: [Subject]) { put(Self.hash(batch)) }

    mutating func forget(_ batch: [Subject]) {
        guard !hashes.isEmpty else { return }
        let hash = Self.hash(batch)
        hashes.removeAll { $0 == hash }
    }

    /// Whether the search for a reason was broken off with this number left.
    func isSuspect(_ number: Subject) -> Bool { !hashes.isEmpty && hashes.contains(~Self.hash([number])) }

    mutating func suspect(_ number: Subject) { put(~Self.hash([number])) }

    mutating func clear(_ number: Subject) {
        guard !hashes.isEmpty else { return }
        let hash = ~Self.hash([number])
        hashes.removeAll { $0 == hash }
    }

    private mutating func put(_ hash: UInt64) {
        hashes.removeAll { $0 == hash }
        hashes.append(hash)
        if hashes.count > Self.most { hashes.removeFirst(hashes.count - Self.most) }
    }

    private static func hash(_ batch: [Subject]) -> UInt64 {
        StableHash.of(batch.map { "\($0.kind.rawValue):\($0)" }.sorted().joined(separator: "\n"))
    }
}
