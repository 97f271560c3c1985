import Foundation
import Tracking

/// Takes parcels out of a bag whose story their own scans do not fit; those that remain have one answer.
struct Sifting {
    /// Largest share of a bag that may be wrong; beyond it the number itself says nothing.
    private static let most = 0.5

    let scorer: PoolScorer

    func sifted(_ pools: [Pool], _ parcels: [OpenParcel], _ conflicts: inout [LinkConflict]) -> [Pool] {
        var result: [Pool] = []
        result.reserveCapacity(pools.count)
        for pool in pools {
            let out = pool.members.count > 1 ? strangers(pool) : []
            guard !out.isEmpty else {
                result.append(pool)
                continue
            }
            let isBroken = Double(out.count) > Self.most * Double(pool.members.count)
            let alone = isBroken ? pool.members : out
            if !isBroken { result.append(remade(pool, pool.members.filter { !out.contains($0) })) }
            for member in alone {
                var single = remade(pool, [member])
                single.key = nil
                single.isApart = true
                result.append(single)
                conflicts.append(
                    LinkConflict(
                        kind: .apart, child: parcels[member].subject, parent: parcels[member].bagSubject,
                        reason: "its own scans do not fit those of bag \(pool.key?.bag ?? "")"))
            }
        }
        return result.sorted { $0.members[0] < $1.members[0] }
    }

    private func remade(_ pool: Pool, _ members: [Int]) -> Pool {
        var result = pool
        result.members = members
        result.pieces = members.reduce(0) { $0 + scorer.readings[$1].pieces }
        result.grams = members.reduce(0) { $0 + scorer.readings[$1].grams }
        return result
    }

    /// Parcels that are more likely elsewhere than where their bag most likely is.
    private func strangers(_ pool: Pool) -> [Int] {
        let score = scorer.score(pool)
        guard let best = score.bits.indices.max(by: { score.bits[$0] < score.bits[$1] }),
            score.bits[best] > -.infinity
        else { return [] }
        let misfiled = scorer.parameters.misfiled
        return pool.members.filter { member in
            guard !isPlain(member, score.candidates[best], score.candidates) else { return false }
            let own = ownLikelihoods(member, pool, score.candidates)
            let elsewhere = own.reduce(0, +) / Double(own.count)
            return (1 - misfiled) * own[best] < misfiled * elsewhere
        }
    }

    /// Whether nothing of its own speaks for another container, which is so of most.
    private func isPlain(_ member: Int, _ container: Int, _ candidates: [Int]) -> Bool {
        let row = scorer.table.rows[container]
        guard scorer.numbers.lists[member] == nil, scorer.numbers.bills[member] == nil,
            !scorer.scans.isImpossible(scorer.readings[member].origin, end: scorer.readings[member].end, row)
        else { return false }
        let all = PoolScorer.FreshScans(departure: true, border: true)
        let here = scorer.ownScans(member, all, container)
        var seen = [Bool](repeating: false, count: scorer.table.kindCount)
        for other in candidates {
            let row = scorer.table.rows[other]
            guard !seen[row.kind] else { continue }
            seen[row.kind] = true
            if scorer.ownScans(member, all, other) > here + 1 { return false }
        }
        return true
    }

    /// What a parcel's own evidence says of each candidate, its bag left aside.
    private func ownLikelihoods(_ member: Int, _ pool: Pool, _ candidates: [Int]) -> [Double] {
        let alone = Pool(members: [member], key: nil, partition: pool.partition, pieces: 0, grams: 0)
        let stated = scorer.papers.papers(alone, scorer.numbers, candidates: candidates.count)
        let all = PoolScorer.FreshScans(departure: true, border: true)
        let origin = scorer.readings[member].origin
        var kinds = [Double](repeating: .nan, count: scorer.table.kindCount)
        return candidates.map { container in
            let row = scorer.table.rows[container]
            guard !scorer.scans.isSealedBefore(origin, row) else { return 0 }
            if kinds[row.kind].isNaN { kinds[row.kind] = scorer.ownScans(member, all, container) }
            var bits = kinds[row.kind] + scorer.scans.sealing(origin, row, ofBag: false)
            for paper in stated { bits += scorer.papers.bits(paper, container) }
            return exp2(bits)
        }
    }
}
