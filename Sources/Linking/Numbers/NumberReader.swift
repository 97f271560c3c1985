import Tracking

/// Reads the stated numbers against those known on the lane, repairing what one edit explains.
struct NumberReader {
    /// Parcels that make a bag's number a known one.
    private static let bearersOfKnownBag = 3
    /// Hours between the sorting of a parcel and that of the bag it may belong to.
    private static let bagHours = 24.0

    let parcels: [OpenParcel]
    let readings: [ParcelReading]
    let table: ContainerTable
    let parameters: LinkingParameters
    let sharesEvidence: Bool

    func numbers() -> StatedNumbers {
        var numbers = StatedNumbers(parcels)
        repairPapers(\.lists, .customsList, table.lists, &numbers)
        repairPapers(\.bills, .bill, table.bills, &numbers)
        repairBags(&numbers)
        return numbers
    }

    private func repairPapers(
        _ field: WritableKeyPath<StatedNumbers, [StatedNumbers.Stated?]>, _ name: NumberRepair.Field,
        _ known: [String: [Int]], _ numbers: inout StatedNumbers
    ) {
        guard !known.isEmpty else { return }
        var bearers: [BagKey: [Int]] = [:]
        for (index, stated) in numbers[keyPath: field].enumerated() {
            guard let text = stated?.text, known[text] == nil else { continue }
            bearers[key(text, index), default: []].append(index)
        }
        // What several parcels state alike was not misread; it is a number that nobody told us of.
        let single = bearers.filter { $0.value.count == 1 }
        let repairer = NumberRepairer(known: Set(known.keys), unknown: Set(single.keys.map(\.bag)))
        for (number, index) in single.map({ ($0.key.bag, $0.value[0]) }).sorted(by: { $0.1 < $1.1 }) {
            guard let found = repairer.repair(number),
                (known[found.known] ?? []).contains(where: { isOnLane(readings[index], table.rows[$0]) })
            else { continue }
            numbers[keyPath: field][index] = .init(text: found.known, isRepaired: true)
            numbers.repairs.append(
                NumberRepair(
                    subject: parcels[index].subject, field: name, received: number, known: found.known,
                    bits: found.bits))
        }
    }

    private func repairBags(_ numbers: inout StatedNumbers) {
        var bearers: [BagKey: [Int]] = [:]
        for (index, stated) in numbers.bags.enumerated() {
            if let text = stated?.text { bearers[key(text, index), default: []].append(index) }
        }
        let isKnown = { (bag: BagKey, count: Int) in count >= Self.bearersOfKnownBag || table.bags[bag.bag] != nil }
        let known = bearers.filter { isKnown($0.key, $0.value.count) }
        let single = bearers.filter { $0.value.count == 1 && !isKnown($0.key, 1) }
        for (consignor, unknown) in Dictionary(grouping: single.keys, by: \.consignor) {
            let theirs = known.keys.filter { $0.consignor == consignor }.map(\.bag)
            let repairer = NumberRepairer(
                known: Set(theirs).union(table.bags.keys), unknown: Set(unknown.map(\.bag)))
            for received in unknown {
                guard let index = single[received]?.first, let found = repairer.repair(received.bag) else { continue }
                let meant = BagKey(bag: found.known, consignor: consignor)
                guard isBeside(readings[index], known[meant] ?? [], carriers: table.bags[found.known] ?? []) else {
                    continue
                }
                numbers.bags[index] = .init(text: found.known, isRepaired: true)
                numbers.repairs.append(
                    NumberRepair(
                        subject: parcels[index].subject, field: .bag, received: received.bag, known: found.known,
                        bits: found.bits))
            }
        }
        numbers.repairs.sort { ($0.subject.code, $0.field.rawValue) < ($1.subject.code, $1.field.rawValue) }
    }

    private func key(_ text: String, _ index: Int) -> BagKey {
        BagKey(bag: text, consignor: sharesEvidence ? nil : parcels[index].consignor)
    }

    /// A number is only repaired to one that is known where and when the parcel was.
    private func isOnLane(_ parcel: ParcelReading, _ row: ContainerRow) -> Bool {
        if parcel.hub >= 0, row.hub >= 0, parcel.hub != row.hub { return false }
        guard let seen = parcel.anchor, let anchor = row.anchor else { return false }
        return abs(anchor - seen) <= parameters.windowHours
    }

    private func isBeside(_ parcel: ParcelReading, _ bearers: [Int], carriers: [Int]) -> Bool {
        if carriers.contains(where: { isOnLane(parcel, table.rows[$0]) }) { return true }
        guard let seen = parcel.anchor else { return false }
        let near = bearers.filter { bearer in
            let other = readings[bearer]
            guard other.hub < 0 || parcel.hub < 0 || other.hub == parcel.hub else { return false }
            return other.anchor.map { abs($0 - seen) <= Self.bagHours } ?? false
        }
        return near.count >= Self.bearersOfKnownBag
    }
}
