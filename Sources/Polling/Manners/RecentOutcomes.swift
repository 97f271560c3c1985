/// How the last requests to a carrier ended.
///
/// Kept as one whole number: below a leading 1, a bit for each request, the latest last, 1 for a failure.
struct RecentOutcomes: Sendable, Equatable {
    /// So many are remembered.
    static let most = 20

    private(set) var bits: UInt32 = 1

    init() {}

    /// Anything that was not written by `bits` is taken for nothing.
    init(bits: Int64) {
        guard (1..<(1 << (Self.most + 1))).contains(bits) else { return }
        self.bits = UInt32(bits)
    }

    var count: Int { UInt32.bitWidth - 1 - bits.leadingZeroBitCount }
    var failures: Int { bits.nonzeroBitCount - 1 }

    mutating func add(failure: Bool) {
        let isFull = count == Self.most
        bits = bits << 1 | (failure ? 1 : 0)
        guard isFull else { return }
        let mask: UInt32 = 1 << Self.most
        bits = bits & (mask - 1) | mask
    }
}
