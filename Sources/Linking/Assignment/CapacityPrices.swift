import Foundation

/// Marginal probabilities under the room that containers have (a soft assignment).
///
/// Each container is given a factor of at most 1 that brings what is expected in it down to its room: the scaling of
/// entropic transport (Sinkhorn), with inequality on the containers' side and a slack of "none of these" for each pool.
struct CapacityPrices {
    let rooms: [Int?]
    var rounds = 40

    /// Replaces the weights of these pools by probabilities; with `none` they sum to 1.
    func settle(_ shares: inout PoolShares, pools: [Int]) {
        var factors = [Double](repeating: 1, count: rooms.count)
        for _ in 0..<rounds {
            var loads = [Double](repeating: 0, count: rooms.count)
            for pool in pools { spread(shares, pool, factors, &loads) }
            var isSettled = true
            for container in rooms.indices {
                guard let room = rooms[container], loads[container] > 0 else { continue }
                let wanted = min(1, factors[container] * Double(room) / loads[container])
                if abs(wanted - factors[container]) > 1e-3 * factors[container] { isSettled = false }
                factors[container] = max(1e-9, wanted)
            }
            if isSettled { break }
        }
        for pool in pools { normalise(&shares, pool, factors) }
    }

    private func spread(_ shares: PoolShares, _ pool: Int, _ factors: [Double], _ loads: inout [Double]) {
        var sum = shares.none[pool]
        let range = shares.range(pool)
        for place in range { sum += shares.weights[place] * factors[Int(shares.containers[place])] }
        guard sum > 0 else { return }
        for place in range {
            let container = Int(shares.containers[place])
            loads[container] += shares.weights[place] * factors[container] / sum * shares.pieces[pool]
        }
    }

    private func normalise(_ shares: inout PoolShares, _ pool: Int, _ factors: [Double]) {
        var sum = shares.none[pool]
        let range = shares.range(pool)
        for place in range {
            shares.weights[place] *= factors[Int(shares.containers[place])]
            sum += shares.weights[place]
        }
        guard sum > 0 else { return }
        for place in range { shares.weights[place] /= sum }
        shares.none[pool] /= sum
    }
}
