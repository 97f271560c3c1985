import Tracking

/// The customs lists of a world: which one each bag stands on, and which the papers of each container name.
struct ListBook {
    /// By trip and bag.
    private(set) var lists: [[String]] = []
    /// By trip.
    private(set) var told: [Set<String>] = []

    /// Containers after one's own that a part of a split list may go into.
    private static let reach = 12

    init(trips: [ContainerTrip], bagCounts: [Int], parameters: SightingParameters, generator: SeededGenerator) {
        var generator = generator
        var serial = generator.integer(in: 1_000_000...500_000_000)
        for (trip, bags) in zip(trips, bagCounts) {
            let year = LocalTime(trip.first(.stuffed)?.at ?? Instant(seconds: 0), offsetMinutes: 480).year
            var current = ""
            let ofTrip = (0..<bags).map { bag in
                if bag % parameters.bagsPerList == 0 {
                    // Others file lists in between, so that about half of the numbers of a block are ours.
                    serial += generator.integer(in: 1...3)
                    current = "9400\(year)E" + padded(serial, 9)
                }
                return current
            }
            lists.append(ofTrip)
            told.append(generator.chance(parameters.listsToldShare) ? Set(ofTrip) : [])
        }
        split(trips, parameters, &generator)
    }

    private mutating func split(
        _ trips: [ContainerTrip], _ parameters: SightingParameters, _ generator: inout SeededGenerator
    ) {
        for index in trips.indices {
            for list in Set(lists[index]).sorted() where generator.chance(parameters.splitListShare) {
                let later = trips.indices.filter {
                    $0 > index && $0 <= index + Self.reach && trips[$0].destination == trips[index].destination
                }
                guard !later.isEmpty else { continue }
                let other = later[generator.integer(in: 0...later.count - 1)]
                let isTold = generator.chance(parameters.toldSplitShare)
                for _ in 0...generator.integer(in: 0...1) where !lists[other].isEmpty {
                    lists[other][generator.integer(in: 0...lists[other].count - 1)] = list
                }
                if isTold, !told[other].isEmpty { told[other].insert(list) }
            }
        }
    }
}
