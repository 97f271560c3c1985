import Foundation

/// Marginal probabilities under the room that containers have (a soft assignment).
///
/// Each container is given a factor of at most 1 that brings what is expected in it down to its room: the scaling of
/// entropic transport (Sinkhorn), with inequality on the containers' side and a slack of "none of these" for each pool.
struct CapacityPrices {
    /// A pool's candidates after the evidence: weights relative to "none", the greatest first.
    struct Shares: Sendable {
        var containers: [Int]
        var weights: [Double]
        var none: Double
        /// How "none" falls to trains that other containers of are known: an untold box on a known train.
        var noneByTrain: [(train: Int, share: Double)] = []
        var pieces: Double
        /// How many candidates there were before the weak ones were left out.
        var candidates: Int
    }

    let rooms: [Int?]
    var rounds = 40

    /// Replaces each pool's weights by probabilities; with `none` they sum to 1.
    func settle(_ pools: inout [Shares]) {
        var factors = [Double](repeating: 1, count: rooms.count)
        for _ in 0..<rounds {
            var loads = [Double](repeating: 0, count: rooms.count)
            for pool in pools { spread(pool, factors) { loads[$0] += $1 * pool.pieces } }
            var isSettled = true
            for container in rooms.indices {
                guard let room = rooms[container], loads[container] > 0 else { continue }
                let wanted = min(1, factors[container] * Double(room) / loads[container])
                if abs(wanted - factors[container]) > 1e-3 * factors[container] { isSettled = false }
                factors[container] = max(1e-9, wanted)
            }
            if isSettled { break }
        }
        for index in pools.indices { normalise(&pools[index], factors) }
    }

    private func spread(_ pool: Shares, _ factors: [Double], _ body: (Int, Double) -> Void) {
        var sum = pool.none
        for (container, weight) in zip(pool.containers, pool.weights) { sum += weight * factors[container] }
        guard sum > 0 else { return }
        for (container, weight) in zip(pool.containers, pool.weights) {
            body(container, weight * factors[container] / sum)
        }
    }

    private func normalise(_ pool: inout Shares, _ factors: [Double]) {
        var sum = pool.none
        for position in pool.containers.indices {
            pool.weights[position] *= factors[pool.containers[position]]
            sum += pool.weights[position]
        }
        guard sum > 0 else { return }
        for position in pool.weights.indices { pool.weights[position] /= sum }
        pool.none /= sum
    }
}
