import Foundation
import Tracking

/// The candidate containers in the order of their numbers, found by time and by what papers say they carry.
struct ContainerTable: Sendable {
    let subjects: [Subject]
    let rows: [ContainerRow]
    /// The border events of each, in the order of time.
    let crossings: [[Crossing]]
    let trains: [Subject]
    let lists: [String: [Int]]
    let bills: [String: [Int]]
    let bags: [String: [Int]]
    private(set) var neighbours: [BagKey: [(container: Int, parcels: Int)]] = [:]
    /// Share of the containers bound for each hub, country and on each service.
    let hubShare: [Double]
    let countryShare: [Double]
    let serviceShare: [Double]
    /// Pieces that still fit on the average, where they are declared; 1 where nothing is.
    let meanRoom: Double
    /// How many classes of containers there are.
    let kindCount: Int
    let columns: ContainerColumns
    private let positions: [Subject: Int]
    private let byAnchor: [Int]
    private let anchors: [Double]

    init(
        _ containers: [CandidateContainer], parameters: LinkingParameters, codes: inout CodeTable,
        sharesEvidence: Bool
    ) {
        let sorted = containers.sorted { Subject.precedes($0.subject, $1.subject) }
        subjects = sorted.map(\.subject)
        positions = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.subject, $0) })
        let trains = Set(sorted.compactMap(\.train)).sorted(by: Subject.precedes)
        let numbers = Dictionary(uniqueKeysWithValues: trains.enumerated().map { ($1, $0) })
        let crossings = sorted.map { Crossing.all($0, codes: &codes) }
        var rows = zip(sorted, crossings).map { container, crossings in
            ContainerRow(
                container, crossings: crossings, train: container.train.flatMap { numbers[$0] } ?? -1,
                parameters: parameters, codes: &codes)
        }
        var kinds: [ScanKind: Int] = [:]
        for index in rows.indices {
            let kind = ScanKind(rows[index], crossings[index])
            rows[index].kind = kinds[kind, default: kinds.count]
            kinds[kind] = rows[index].kind
        }
        self.crossings = crossings
        self.trains = trains
        kindCount = kinds.count
        self.rows = rows
        lists = Self.index(sorted.map(\.customsLists))
        bills = Self.index(sorted.map(\.bills))
        bags = Self.index(sorted.map(\.bags))
        hubShare = Self.shares(rows.map(\.hub), codes.count)
        countryShare = Self.shares(rows.map(\.country), codes.count)
        serviceShare = Self.shares(rows.map(\.service), codes.count)
        let rooms = rows.compactMap(\.roomPieces)
        let meanRoom = rooms.isEmpty ? 1 : Double(rooms.reduce(0, +)) / Double(rooms.count)
        self.meanRoom = meanRoom
        columns = ContainerColumns(rows, meanRoom: meanRoom, slackHours: parameters.slackHours)
        let finished = rows
        byAnchor = finished.indices.filter { finished[$0].anchor != nil }
            .sorted { (finished[$0].anchor ?? 0, $0) < (finished[$1].anchor ?? 0, $1) }
        anchors = byAnchor.compactMap { finished[$0].anchor }
        for (index, container) in sorted.enumerated() {
            for known in container.neighbours {
                let key = BagKey(bag: known.bag, consignor: sharesEvidence ? nil : known.consignor)
                neighbours[key, default: []].append((index, known.parcels))
            }
        }
    }

    func position(of container: Subject) -> Int? { positions[container] }

    /// Containers whose anchor lies between two times, in that order.
    func anchored(from start: Double, to end: Double) -> [Int] {
        let low = Self.position(of: start, in: anchors)
        let high = Self.position(of: end.nextUp, in: anchors)
        return low < high ? Array(byAnchor[low..<high]) : []
    }

    private static func index(_ sets: [Set<String>]) -> [String: [Int]] {
        var result: [String: [Int]] = [:]
        for (index, set) in sets.enumerated() {
            for text in set { result[text, default: []].append(index) }
        }
        return result
    }

    private static func shares(_ codes: [Int], _ count: Int) -> [Double] {
        var result = [Double](repeating: 0, count: count)
        for code in codes where code >= 0 { result[code] += 1 }
        let known = max(1, Double(codes.count { $0 >= 0 }))
        return result.map { min(0.98, max(0.002, $0 / known)) }
    }

    /// The first position whose value is not less.
    private static func position(of value: Double, in sorted: [Double]) -> Int {
        var low = 0, high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
