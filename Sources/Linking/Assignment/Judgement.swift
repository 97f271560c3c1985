import Foundation
import Tracking

/// Turns weighed evidence into probabilities, gives pools their containers, and says what speaks for each.
struct Judgement {
    /// Candidates weaker than the best by so many bits are left out, and never more than so many are kept.
    private static let reach = 24.0
    private static let most = 24

    let scorer: PoolScorer
    let parcels: [OpenParcel]
    private var bags = BagOwners([], [])
    private var parameters: LinkingParameters { scorer.parameters }
    private var table: ContainerTable { scorer.table }

    init(scorer: PoolScorer, parcels: [OpenParcel]) {
        self.scorer = scorer
        self.parcels = parcels
    }

    mutating func answers(_ pools: [Pool], _ conflicts: inout [LinkConflict]) -> [Posterior] {
        bags = BagOwners(pools, parcels)
        var shares = pools.map { pool in
            let score = scorer.score(pool)
            conflicts += broken(pool, score)
            return weighed(pool, score)
        }
        settle(&shares, pools)
        let assigned = auction(shares, pools)
        return pools.indices.flatMap { index in
            let answered = answer(pools[index], shares[index], assigned[index], &conflicts)
            return reached(pools[index], answered, &conflicts)
        }
    }

    /// Parcels whose own scans exclude the container that their bag was given have no answer.
    private func reached(_ pool: Pool, _ answered: Posterior, _ conflicts: inout [LinkConflict]) -> [Posterior] {
        guard pool.members.count > 1, let share = answered.containers.first, share.probability >= Posterior.answers,
            let container = table.position(of: share.parent)
        else { return [answered] }
        let row = table.rows[container]
        let out = pool.members.filter {
            scorer.scans.isImpossible(scorer.readings[$0].origin, end: scorer.readings[$0].end, row)
        }
        guard !out.isEmpty else { return [answered] }
        var rest = answered
        rest.members = pool.members.filter { !out.contains($0) }.map { parcels[$0].subject }
        conflicts += out.map {
            LinkConflict(
                kind: .unreachable, child: parcels[$0].subject, parent: share.parent,
                reason: "its bag was given to the container, which cannot have carried it at its scans")
        }
        let unknown = out.map { Posterior(members: [parcels[$0].subject]) }
        return rest.members.isEmpty ? unknown : [rest] + unknown
    }

    // MARK: -

    /// Weights over candidates and none: π_c in proportion to the room that is left, π_0 as the parameters say.
    private func weighed(_ pool: Pool, _ score: PoolScore) -> CapacityPrices.Shares {
        let open = score.candidates.indices.filter { score.bits[$0] > -.infinity }
        let rooms = open.map { room(score.candidates[$0]) }
        let all = log2(max(1e-9, rooms.reduce(0, +)))
        let bits = open.map { score.bits[$0] + table.roomBits[score.candidates[$0]] - all }
        let best = max(0, bits.max() ?? 0)
        var kept = open.indices.filter { bits[$0] > best - Self.reach }.map {
            (container: score.candidates[open[$0]], bits: bits[$0])
        }
        kept.sort { ($0.bits, $1.container) > ($1.bits, $0.container) }
        kept = Array(kept.prefix(Self.most))
        let untold = Untold(score, open, rooms, table, parameters)
        return CapacityPrices.Shares(
            containers: kept.map(\.container),
            weights: kept.map { (1 - parameters.none) * exp2($0.bits - best) },
            none: parameters.none * untold.likelihood * exp2(-best), noneByTrain: untold.trains,
            pieces: Double(pool.pieces), candidates: score.candidates.count)
    }

    /// Where nothing is declared, a container counts as any other.
    private func room(_ container: Int) -> Double {
        table.rows[container].roomPieces.map(Double.init) ?? table.meanRoom
    }

    /// Each consignor's parcels by themselves, so that no probability rests on another's.
    private func settle(_ shares: inout [CapacityPrices.Shares], _ pools: [Pool]) {
        let prices = CapacityPrices(rooms: table.rows.map(\.roomPieces))
        for members in Dictionary(grouping: pools.indices, by: { pools[$0].partition }).values {
            var part = members.map { shares[$0] }
            prices.settle(&part)
            for (position, index) in members.enumerated() { shares[index] = part[position] }
        }
    }

    /// All consignors together, since a capacity is a rule and no evidence: it may withhold a link and never adds one.
    private func auction(_ shares: [CapacityPrices.Shares], _ pools: [Pool]) -> [Int?] {
        let bidders = zip(pools, shares).map { pool, share in
            CapacityAuction.Bidder(
                options: zip(share.containers, share.weights).compactMap { container, weight in
                    weight > 0 ? (container, log2(weight / max(share.none, 1e-12))) : nil
                }, pieces: pool.pieces, grams: pool.grams)
        }
        let auction = CapacityAuction(
            roomPieces: table.rows.map(\.roomPieces), roomGrams: table.rows.map(\.roomGrams))
        return auction.assigned(bidders)
    }

    private func answer(
        _ pool: Pool, _ share: CapacityPrices.Shares, _ assigned: Int?, _ conflicts: inout [LinkConflict]
    ) -> Posterior {
        let isPooled = pool.members.count > 1
        var containers = zip(share.containers, share.weights).map { container, weight in
            Posterior.Share(
                parent: table.subjects[container],
                probability: parameters.calibration.container(pooled: isPooled)(weight), stated: weight)
        }
        containers.sort { $0.stated > $1.stated || ($0.stated == $1.stated && Subject.precedes($0.parent, $1.parent)) }
        withhold(&containers, pool, assigned, &conflicts)
        let shown = containers.prefix(Posterior.most).filter { $0.probability >= Posterior.least }
        let explanation = Explanation(scorer: scorer)
        let bag = bags.subject(of: pool, parcels)
        return Posterior(
            members: pool.members.map { parcels[$0].subject }, bag: bag,
            strays: pool.members.filter { bag != nil && parcels[$0].bagSubject != bag }.map { parcels[$0].subject },
            containers: bounded(containers), trains: trains(share, isPooled),
            assigned: assigned.map { table.subjects[$0] },
            evidence: explanation.evidence(pool, shown.map(\.parent), candidates: share.candidates))
    }

    /// What the capacities give to others is no answer, whatever its own evidence says.
    private func withhold(
        _ containers: inout [Posterior.Share], _ pool: Pool, _ assigned: Int?, _ conflicts: inout [LinkConflict]
    ) {
        for position in containers.indices where containers[position].probability >= Posterior.answers {
            let parent = containers[position].parent
            guard assigned.map({ table.subjects[$0] }) != parent else { continue }
            containers[position].probability = 0.5
            conflicts.append(
                LinkConflict(
                    kind: .overfull, child: parcels[pool.members[0]].subject, parent: parent,
                    reason: "with it the container would hold more than it declares"))
        }
    }

    private func trains(_ share: CapacityPrices.Shares, _ isPooled: Bool) -> [Posterior.Share] {
        var sums: [Int: Double] = [:]
        for (container, weight) in zip(share.containers, share.weights) where table.rows[container].train >= 0 {
            sums[table.rows[container].train, default: 0] += weight
        }
        for (train, part) in share.noneByTrain { sums[train, default: 0] += share.none * part }
        let map = parameters.calibration.train(pooled: isPooled)
        return bounded(
            sums.map { Posterior.Share(parent: table.trains[$0], probability: map(min(1, $1)), stated: $1) }
                .sorted { $0.stated > $1.stated || ($0.stated == $1.stated && Subject.precedes($0.parent, $1.parent)) })
    }

    /// A calibration bends each probability by itself; together they still are one belief.
    private func bounded(_ shares: [Posterior.Share]) -> [Posterior.Share] {
        let sum = shares.reduce(0) { $0 + $1.probability }
        guard sum > 1 else { return shares }
        return shares.map { share in
            var share = share
            share.probability /= sum
            return share
        }
    }

    /// Containers that a stated number names and a hard rule excludes.
    private func broken(_ pool: Pool, _ score: PoolScore) -> [LinkConflict] {
        guard score.bits.contains(-.infinity) else { return [] }
        let stated = scorer.papers.papers(pool, scorer.numbers, candidates: score.candidates.count)
        guard stated.contains(where: { !$0.carriers.isEmpty }) else { return [] }
        return score.candidates.indices.filter { score.bits[$0] == -.infinity }.compactMap { position in
            let container = score.candidates[position]
            guard let paper = stated.first(where: { $0.carriers.contains(container) }) else { return nil }
            let isFull = !scorer.fits(pool, table.rows[container])
            return LinkConflict(
                kind: isFull ? .overfull : .unreachable, child: parcels[pool.members[0]].subject,
                parent: table.subjects[container],
                reason: "\(paper.text) names the container, "
                    + (isFull ? "which has no room left for it" : "which cannot have carried it at its scans"))
        }
    }
}
