import Foundation
import Tracking

/// Weighs the evidence of a pool for each container it may be in.
struct PoolScorer: Sendable {
    let scans: ScanScorer
    let papers: PaperScorer
    let table: ContainerTable
    let readings: [ParcelReading]
    let numbers: StatedNumbers
    var parameters: LinkingParameters { scans.parameters }
    var meanRoom: Double { table.meanRoom }

    /// Containers of the window, and those that a stated number names.
    func candidates(_ pool: Pool) -> [Int] {
        let window = window(pool)
        let near = window.map { table.anchored(from: $0.lowerBound, to: $0.upperBound) } ?? []
        var named: Set<Int> = []
        for member in pool.members {
            if let text = numbers.lists[member]?.text { named.formUnion(table.lists[text] ?? []) }
            if let text = numbers.bills[member]?.text { named.formUnion(table.bills[text] ?? []) }
        }
        if let key = pool.key {
            named.formUnion(table.bags[key.bag] ?? [])
            named.formUnion((table.neighbours[key] ?? []).map(\.container))
        }
        guard !named.isEmpty else { return near }
        return near
            + named.filter { container in
                guard let window, let anchor = table.rows[container].anchor else { return true }
                return !window.contains(anchor)
            }.sorted()
    }

    func score(_ pool: Pool) -> PoolScore {
        let candidates = candidates(pool)
        let origin = medianOrigin(pool), end = medianEnd(pool)
        let stated = papers.papers(pool, numbers, candidates: candidates.count)
        let isPooled = pool.members.count > 1
        let hasNeighbours = pool.key.map { table.neighbours[$0] != nil } ?? false
        let columns = table.columns
        var isOff = [Bool?](repeating: nil, count: table.kindCount)
        var bits = candidates.map { container in
            guard !isClosed(container, origin), pool.pieces <= columns.mostPieces[container],
                pool.grams <= columns.mostGrams[container]
            else { return -Double.infinity }
            let kind = columns.kinds[container]
            let isOut = isOff[kind] ?? scans.isOffTheTrain(origin, end: end, table.rows[container])
            isOff[kind] = isOut
            guard !isOut else { return -Double.infinity }
            var bits = sealing(origin, container, ofBag: pool.members.count > 2)
            for paper in stated { bits += papers.bits(paper, container) }
            if hasNeighbours { bits += papers.neighbours(pool, container).bits }
            return isPooled ? bits + remainder(pool, table.rows[container]) : bits
        }
        let scanBits = scanBits(pool, candidates, bits)
        for position in candidates.indices { bits[position] += scanBits[position] }
        return PoolScore(candidates: candidates, bits: bits, scanBits: scanBits)
    }

    /// Of each candidate that is not excluded yet.
    private func scanBits(_ pool: Pool, _ candidates: [Int], _ bits: [Double]) -> [Double] {
        let isPooled = pool.members.count > 1
        let kindOf = table.columns.kinds
        var result = [Double](repeating: 0, count: candidates.count)
        var kinds = [Double](repeating: .nan, count: table.kindCount)
        let isOut = isPooled ? tempered(-.infinity) : -.infinity
        for (member, counts) in fresh(pool) {
            let origin = readings[member].origin
            for kind in kinds.indices { kinds[kind] = .nan }
            for position in candidates.indices where bits[position] > -.infinity {
                let container = candidates[position], kind = kindOf[container]
                if kinds[kind].isNaN {
                    let own = ownScans(member, counts, container)
                    kinds[kind] = isPooled ? tempered(own) : own
                }
                result[position] += isClosed(container, origin) ? isOut : kinds[kind]
            }
        }
        return result
    }

    /// Whether it was still being sorted when the container had been closed.
    private func isClosed(_ container: Int, _ origin: Stretch?) -> Bool {
        origin.map { $0.start > table.columns.lastScan[container] } ?? false
    }

    private func sealing(_ origin: Stretch?, _ container: Int, ofBag: Bool) -> Double {
        guard let origin else { return 0 }
        if let sealed = table.columns.sealed[container] { return scans.sealing(origin, sealed: sealed, ofBag: ofBag) }
        return scans.sealing(origin, table.rows[container], ofBag: ofBag)
    }

    /// Bits of one parcel's departure and border scan and destination, the same for all containers of a kind; -infinity
    /// where they cannot be true.
    func ownScans(_ member: Int, _ counts: FreshScans, _ container: Int) -> Double {
        let reading = readings[member], row = table.rows[container]
        guard !scans.isOffTheTrain(reading.origin, end: reading.end, row) else { return -.infinity }
        return (counts.departure ? scans.departure(reading.departure, row) : 0)
            + (counts.border ? scans.border(reading.border, table.crossings[container]) : 0)
            + scans.destination(reading, row, table) + scans.service(reading, row, table)
    }

    /// Which scans of a parcel say something that no other of its bag has said.
    struct FreshScans: Sendable {
        var departure: Bool
        var border: Bool
    }

    /// A carrier that scans the bag writes one time to all its parcels; that is one reading and not ten.
    func fresh(_ pool: Pool) -> [(member: Int, scans: FreshScans)] {
        if pool.members.count == 1, let member = pool.members.first {
            let reading = readings[member]
            return [(member, FreshScans(departure: reading.departure != nil, border: reading.border != nil))]
        }
        var departures: Set<Double> = [], borders: Set<Double> = []
        return pool.members.map { member in
            let reading = readings[member]
            return (
                member,
                FreshScans(
                    departure: reading.departure.map { departures.insert($0.start).inserted } ?? false,
                    border: reading.border.map { borders.insert($0.at.start).inserted } ?? false)
            )
        }
    }

    // MARK: -

    /// T·log2 of the ratio, bounded below: a parcel may stand in the bag by mistake.
    private func tempered(_ bits: Double) -> Double {
        parameters.temper * log2((1 - parameters.misfiled) * exp2(bits) + parameters.misfiled)
    }

    private func window(_ pool: Pool) -> ClosedRange<Double>? {
        let hours = parameters.windowHours, slack = parameters.slackHours
        if let origin = medianOrigin(pool)?.start { return origin - slack...origin + hours + 24 }
        let days = 120.0
        if let left = median(pool.members.compactMap { readings[$0].departure?.start }) {
            return left - days...left + days
        }
        if let border = median(pool.members.compactMap { readings[$0].border?.at.start }) {
            return border - hours...border + days
        }
        return medianEnd(pool).map { $0.start - 60 * 24...$0.start }
    }

    func medianOrigin(_ pool: Pool) -> Stretch? {
        median(pool.members.compactMap { readings[$0].origin }, by: \.start)
    }

    private func medianEnd(_ pool: Pool) -> Stretch? {
        median(pool.members.compactMap { readings[$0].end }, by: \.start)
    }

    private func median(_ values: [Double]) -> Double? { median(values, by: \.self) }

    private func median<Value>(_ values: [Value], by key: (Value) -> Double) -> Value? {
        values.count < 2 ? values.first : values.sorted { key($0) < key($1) }[(values.count - 1) / 2]
    }

    func fits(_ pool: Pool, _ row: ContainerRow) -> Bool {
        pool.pieces <= row.roomPieces ?? .max && pool.grams <= row.roomGrams ?? .max
    }

    /// Whether the pool is just what the declared pieces and weight still lack.
    func remainder(_ pool: Pool, _ row: ContainerRow) -> Double {
        guard let missing = row.missing, pool.members.count > 1 else { return 0 }
        guard missing.pieces == pool.pieces else { return 0 }
        guard let grams = missing.grams, pool.grams > 0 else { return 1 }
        let isClose = abs(Double(grams - pool.grams)) <= 0.03 * Double(pool.grams)
        return isClose ? log2(parameters.fillsRemainder / 0.02) : 0
    }
}
