import Foundation
import Tracking

/// Says what speaks for a container, piece by piece.
struct Explanation {
    let scorer: PoolScorer

    func evidence(_ pool: Pool, _ parents: [Subject], candidates: Int) -> [[LinkEvidence]] {
        guard !parents.isEmpty else { return [] }
        let stated = scorer.papers.papers(pool, scorer.numbers, candidates: candidates)
        return parents.map { parent in
            guard let container = scorer.table.position(of: parent) else { return [] }
            let parts = scans(pool, container) + papers(pool, container, stated)
            return parts.filter { abs($0.bits) >= 0.05 }.sorted {
                abs($0.bits) != abs($1.bits) ? abs($0.bits) > abs($1.bits) : $0.kind.rawValue < $1.kind.rawValue
            }
        }
    }

    private func scans(_ pool: Pool, _ container: Int) -> [LinkEvidence] {
        let row = scorer.table.rows[container]
        let temper = pool.members.count > 1 ? scorer.parameters.temper : 1
        var departure = 0.0, border = 0.0, destination = 0.0, service = 0.0
        for (member, fresh) in scorer.fresh(pool) {
            let reading = scorer.readings[member]
            if fresh.departure { departure += temper * scorer.scans.departure(reading.departure, row) }
            if fresh.border {
                border += temper * scorer.scans.border(reading.border, scorer.table.crossings[container])
            }
            destination += temper * scorer.scans.destination(reading, row, scorer.table)
            service += temper * scorer.scans.service(reading, row, scorer.table)
        }
        let origin = scorer.medianOrigin(pool)
        let sealing = scorer.scans.sealing(origin, row, ofBag: pool.members.count > 2)
        return [
            LinkEvidence(kind: .sealing, bits: sealing, text: gap(origin, (row.sealed ?? row.departure)?.start)),
            LinkEvidence(kind: .departureScan, bits: departure), LinkEvidence(kind: .borderScan, bits: border),
            LinkEvidence(kind: .destination, bits: destination), LinkEvidence(kind: .service, bits: service),
        ]
    }

    private func papers(_ pool: Pool, _ container: Int, _ stated: [PaperScorer.Paper]) -> [LinkEvidence] {
        let row = scorer.table.rows[container]
        let named = stated.map { paper in
            LinkEvidence(
                kind: paper.isRepaired ? .repairedNumber : paper.isBag ? .bagNumber : .customsList,
                bits: scorer.papers.bits(paper, container), text: paper.text)
        }
        let near = scorer.papers.neighbours(pool, container)
        let room = row.roomPieces.map { log2(max(1, Double($0)) / max(1, scorer.meanRoom)) } ?? 0
        return named + [
            LinkEvidence(kind: .neighbours, bits: near.bits, text: near.parcels > 0 ? "\(near.parcels) parcels" : nil),
            LinkEvidence(kind: .weight, bits: scorer.remainder(pool, row)),
            LinkEvidence(kind: .capacity, bits: room),
        ]
    }

    private func gap(_ origin: Stretch?, _ time: Double?) -> String? {
        guard let origin, let time else { return nil }
        return "\(Int((time - origin.start).rounded())) h before"
    }
}
