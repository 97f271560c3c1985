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

    /// Hands out the answers one by one: with all that speaks for them they would fill the memory.
    mutating func answer(
        _ pools: [Pool], _ conflicts: inout [LinkConflict], _ body: (Posterior) throws -> Void
    ) rethrows {
        bags = BagOwners(pools, parcels)
        var shares = PoolShares(count: pools.count)
        for pool in pools {
            let score = scorer.score(pool)
            conflicts += broken(pool, score)
            weigh(pool, score, into: &shares)
        }
        settle(&shares, pools)
        let assigned = auction(shares, pools)
        for index in pools.indices {
            let answered = answer(pools[index], shares, index, assigned[index], &conflicts)
            for posterior in reached(pools[index], answered, &conflicts) { try body(posterior) }
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
        // A link of the bag would carry along those who are out.
        rest.bag = nil
        rest.strays = []
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
    private func weigh(_ pool: Pool, _ score: PoolScore, into shares: inout PoolShares) {
        let columns = table.columns
        var room = 0.0
        for position in score.candidates.indices where score.bits[position] > -.infinity {
            room += columns.rooms[score.candidates[position]]
        }
        let all = log2(max(1e-9, room))
        var likeliest = Greatest(Self.most)
        for position in score.candidates.indices where score.bits[position] > -.infinity {
            let container = score.candidates[position]
            likeliest.insert(container, score.bits[position] + columns.roomBits[container] - all)
        }
        let best = max(0, likeliest.entries.first?.value ?? 0)
        let untold = Untold(score, room: room, table, parameters)
        shares.append(
            likeliest.entries.filter { $0.value > best - Self.reach }
                .map { ($0.number, (1 - parameters.none) * exp2($0.value - best)) },
            none: parameters.none * untold.likelihood * exp2(-best), untold: untold, pieces: pool.pieces,
            candidates: score.candidates.count)
    }

    /// Each consignor's parcels by themselves, so that no probability rests on another's.
    private func settle(_ shares: inout PoolShares, _ pools: [Pool]) {
        let prices = CapacityPrices(rooms: table.rows.map(\.roomPieces))
        for members in Dictionary(grouping: pools.indices, by: { pools[$0].partition }).values {
            prices.settle(&shares, pools: members)
        }
    }

    /// All consignors together, since a capacity is a rule and no evidence: it may withhold a link and never adds one.
    private func auction(_ shares: PoolShares, _ pools: [Pool]) -> [Int?] {
        var bidders = CapacityAuction.Bidders(count: pools.count)
        for (index, pool) in pools.enumerated() {
            let none = max(shares.none[index], 1e-12)
            bidders.append(pieces: pool.pieces, grams: pool.grams)
            // What is less likely than "none" never bids.
            for place in shares.range(index) where shares.weights[place] > none {
                bidders.addOption(Int(shares.containers[place]), bits: log2(shares.weights[place] / none))
            }
        }
        let auction = CapacityAuction(
            roomPieces: table.rows.map(\.roomPieces), roomGrams: table.rows.map(\.roomGrams))
        return auction.assigned(bidders)
    }

    private func answer(
        _ pool: Pool, _ shares: PoolShares, _ index: Int, _ assigned: Int?, _ conflicts: inout [LinkConflict]
    ) -> Posterior {
        let isPooled = pool.members.count > 1
        let map = parameters.calibration.container(pooled: isPooled)
        var containers = shares.range(index).map { place in
            Posterior.Share(
                parent: table.subjects[Int(shares.containers[place])], probability: map(shares.weights[place]),
                stated: shares.weights[place])
        }
        containers.sort { $0.stated > $1.stated || ($0.stated == $1.stated && Subject.precedes($0.parent, $1.parent)) }
        withhold(&containers, pool, assigned, &conflicts)
        let shown = containers.prefix(Posterior.most).filter { $0.probability >= Posterior.least }
        let explanation = Explanation(scorer: scorer)
        let bag = bags.subject(of: pool, parcels)
        return Posterior(
            members: pool.members.map { parcels[$0].subject }, bag: bag,
            strays: pool.members.filter { bag != nil && parcels[$0].bagSubject != bag }.map { parcels[$0].subject },
            containers: bounded(containers), trains: trains(shares, index, isPooled),
            assigned: assigned.map { table.subjects[$0] },
            evidence: explanation.evidence(pool, shown.map(\.parent), candidates: Int(shares.candidates[index])))
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

    private func trains(_ shares: PoolShares, _ index: Int, _ isPooled: Bool) -> [Posterior.Share] {
        var sums: [Int: Double] = [:]
        for place in shares.range(index) {
            let train = table.rows[Int(shares.containers[place])].train
            if train >= 0 { sums[train, default: 0] += shares.weights[place] }
        }
        for untold in shares.untoldTrains(index) { sums[untold.train, default: 0] += shares.none[index] * untold.share }
        let map = parameters.calibration.train(pooled: isPooled)
        return bounded(
            sums.map { Posterior.Share(parent: table.trains[$0], probability: map(min(1, $1)), stated: $1) }
                .sorted { $0.stated > $1.stated || ($0.stated == $1.stated && Subject.precedes($0.parent, $1.parent)) })
    }

    /// A calibration bends each probability by itself; together they still are one belief. The faint ones are left out.
    private func bounded(_ shares: [Posterior.Share]) -> [Posterior.Share] {
        let sum = max(1, shares.reduce(0) { $0 + $1.probability })
        return shares.filter { $0.probability / sum >= Posterior.least }.map { share in
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
