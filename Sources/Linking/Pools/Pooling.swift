import Tracking

/// Puts the parcels of one bag and one consignor together.
struct Pooling {
    /// Hours after which the same number is taken for the next bag that goes by it.
    private static let gap = 168.0

    let settings: LinkingSettings
    let parcels: [OpenParcel]
    let readings: [ParcelReading]

    func pools(_ numbers: StatedNumbers) -> [Pool] {
        var partitions: [String: Int] = [:]
        for name in Set(parcels.compactMap(\.consignor)).sorted() { partitions[name] = partitions.count }
        let consignor = { (index: Int) in
            settings.sharesEvidence ? -1 : parcels[index].consignor.flatMap { partitions[$0] } ?? -1
        }
        var bags: [BagKey: [Int]] = [:]
        var pools: [Pool] = []
        for index in parcels.indices {
            if let bag = numbers.bags[index]?.text {
                let name = settings.sharesEvidence ? nil : parcels[index].consignor
                bags[BagKey(bag: bag, consignor: name), default: []].append(index)
            } else {
                pools.append(pool([index], nil, consignor(index)))
            }
        }
        for (key, members) in bags {
            for run in runs(members) { pools.append(pool(run.sorted(), key, consignor(run[0]))) }
        }
        return pools.sorted { $0.members[0] < $1.members[0] }
    }

    func pool(_ members: [Int], _ key: BagKey?, _ partition: Int) -> Pool {
        Pool(
            members: members, key: key, partition: partition,
            pieces: members.reduce(0) { $0 + readings[$1].pieces },
            grams: members.reduce(0) { $0 + readings[$1].grams })
    }

    /// Consolidators use their numbers again, so a long silence ends a bag. Parcels without a scan stay with the first.
    private func runs(_ members: [Int]) -> [[Int]] {
        let unseen = members.filter { readings[$0].anchor == nil }
        var runs: [[Int]] = []
        var last = -Double.infinity
        let seen = members.filter { readings[$0].anchor != nil }
        for member in seen.sorted(by: { (readings[$0].anchor ?? 0, $0) < (readings[$1].anchor ?? 0, $1) }) {
            let at = readings[member].anchor ?? 0
            if runs.isEmpty || at - last > Self.gap { runs.append([]) }
            runs[runs.count - 1].append(member)
            last = at
        }
        if runs.isEmpty { return [unseen] }
        runs[0] += unseen
        return runs
    }
}
