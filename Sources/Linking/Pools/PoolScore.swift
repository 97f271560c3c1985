/// What speaks for each candidate of a pool, in bits.
struct PoolScore: Sendable {
    /// Candidates by their position in the table.
    var candidates: [Int]
    /// Bits for each; -infinity where a hard rule excludes it.
    var bits: [Double]
    /// Of these, the bits of scans and destination, which any container on the same train would have.
    var scanBits: [Double]
}
