import Foundation

/// What each pool's candidates weigh relative to "none", then their probabilities: of all pools in a few long lists,
/// since a list of each pool's own would fill the memory.
struct PoolShares: Sendable {
    /// One of the trains that "none" falls to: an untold box on a known train.
    struct UntoldTrain: Sendable {
        var train: Int
        var share: Double
    }

    private var ends: [Int] = []
    private(set) var containers: [Int32] = []
    var weights: [Double] = []
    var none: [Double] = []
    private(set) var pieces: [Double] = []
    /// How many candidates there were before the weak ones were left out.
    private(set) var candidates: [Int32] = []
    private var trainEnds: [Int] = []
    private var untoldTrains: [UntoldTrain] = []

    init(count: Int) {
        ends.reserveCapacity(count)
        none.reserveCapacity(count)
        pieces.reserveCapacity(count)
        candidates.reserveCapacity(count)
        trainEnds.reserveCapacity(count)
    }

    var count: Int { ends.count }

    /// Where the next pool's containers stand, the greatest weight first.
    func range(_ pool: Int) -> Range<Int> { (pool == 0 ? 0 : ends[pool - 1])..<ends[pool] }

    func untoldTrains(_ pool: Int) -> ArraySlice<UntoldTrain> {
        untoldTrains[(pool == 0 ? 0 : trainEnds[pool - 1])..<trainEnds[pool]]
    }

    /// - Parameter kept: candidates and their weights.
    mutating func append(
        _ kept: [(number: Int, value: Double)], none: Double, untold: Untold, pieces: Int, candidates: Int
    ) {
        for entry in kept {
            containers.append(Int32(entry.number))
            weights.append(entry.value)
        }
        ends.append(containers.count)
        self.none.append(none)
        self.pieces.append(Double(pieces))
        self.candidates.append(Int32(candidates))
        untoldTrains += untold.trains.map { UntoldTrain(train: $0.train, share: $0.share) }
        trainEnds.append(untoldTrains.count)
    }
}
