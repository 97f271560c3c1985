import Foundation

/// Bits of the numbers that the parcels of a pool state: customs lists, bills, the bag's own number, its neighbours.
///
/// A number counts once however many parcels state it: one paper that was split or copied wrong misleads them all.
struct PaperScorer: Sendable {
    /// A number of the pool, and how it agrees with the candidates.
    struct Paper: Sendable {
        var text: String
        var carriers: [Int]
        /// Known on other containers only; nil for what nobody is known to carry.
        var bitsAboard: Double
        var bitsElsewhere: Double
        /// Of a container whose papers tell nothing of the kind.
        var bitsSilent: Double
        var isRepaired: Bool
        var isBag: Bool
    }

    let parameters: LinkingParameters
    let table: ContainerTable

    func papers(_ pool: Pool, _ numbers: StatedNumbers, candidates: Int) -> [Paper] {
        var papers = stated(pool.members.map { numbers.lists[$0] }, table.lists, candidates)
        papers += stated(pool.members.map { numbers.bills[$0] }, table.bills, candidates)
        if let key = pool.key, let carriers = table.bags[key.bag] {
            papers.append(bag(key.bag, carriers, isRepaired: numbers.bags[pool.members[0]]?.isRepaired ?? false))
        }
        return papers
    }

    func bits(_ paper: Paper, _ container: Int) -> Double {
        if paper.carriers.contains(container) { return paper.bitsAboard }
        let tells = paper.isBag ? table.columns.tellsBags[container] : table.columns.tellsLists[container]
        return tells ? paper.bitsElsewhere : paper.bitsSilent
    }

    /// Parcels of the bag whose container is known; -2 bits and more for a container that none of them is in.
    func neighbours(_ pool: Pool, _ container: Int) -> (bits: Double, parcels: Int) {
        guard let key = pool.key, let known = table.neighbours[key], !known.isEmpty else { return (0, 0) }
        let chance = min(0.9, max(0.001, Double(known.count) / Double(max(1, table.rows.count))))
        let here = known.filter { $0.container == container }.reduce(0) { $0 + $1.parcels }
        let all = known.reduce(0) { $0 + $1.parcels }
        let share = parameters.withNeighbours * Double(here) / Double(all)
        let bits = here > 0 ? log2(share / chance) : log2((1 - parameters.withNeighbours) / (1 - chance))
        return (bits, here)
    }

    // MARK: -

    private func stated(_ stated: [StatedNumbers.Stated?], _ known: [String: [Int]], _ candidates: Int) -> [Paper] {
        guard !known.isEmpty, stated.contains(where: { $0 != nil }) else { return [] }
        var counts: [String: (count: Int, isRepaired: Bool)] = [:]
        for number in stated.compactMap(\.self) {
            let before = counts[number.text] ?? (0, true)
            counts[number.text] = (before.count + 1, before.isRepaired && number.isRepaired)
        }
        return counts.sorted { $0.key < $1.key }.map { text, found in
            guard let carriers = known[text] else { return unknown(text) }
            let chance = chance(carriers.count, among: candidates)
            let elsewhere = found.count > 1 ? parameters.repeatedListElsewhere : parameters.listElsewhere
            let aboard = 1 - elsewhere
            let bitsElsewhere = log2(elsewhere / (1 - chance))
            return Paper(
                text: text, carriers: carriers, bitsAboard: log2(aboard / chance), bitsElsewhere: bitsElsewhere,
                bitsSilent: bitsElsewhere, isRepaired: found.isRepaired, isBag: false)
        }
    }

    private func unknown(_ text: String) -> Paper {
        Paper(
            text: text, carriers: [], bitsAboard: 0, bitsElsewhere: log2(parameters.listUnknown), bitsSilent: 0,
            isRepaired: false, isBag: false)
    }

    private func bag(_ text: String, _ carriers: [Int], isRepaired: Bool) -> Paper {
        let chance = chance(carriers.count, among: table.rows.count)
        let bitsElsewhere = log2((1 - parameters.bagAboard) / (1 - chance))
        return Paper(
            text: text, carriers: carriers, bitsAboard: log2(parameters.bagAboard / chance),
            bitsElsewhere: bitsElsewhere, bitsSilent: bitsElsewhere, isRepaired: isRepaired, isBag: true)
    }

    /// The rarer a number, the more an agreement says (§2.1); the floor keeps one number from deciding alone.
    private func chance(_ carriers: Int, among candidates: Int) -> Double {
        min(0.9, max(0.001, Double(carriers) / Double(max(1, candidates))))
    }
}
