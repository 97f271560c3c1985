import Foundation

/// The chance of the scans if the container is none of the candidates.
///
/// Half of the time it is a container that nobody told of, on a train that is known by its others: then the scans fit
/// the train as well as they fit theirs, and only papers and the sealing tell the boxes apart. Otherwise the scans are
/// coincidence.
struct Untold {
    /// How many of the likeliest trains are kept.
    private static let most = 3

    /// Beside 1 for a coincidence.
    let likelihood: Double
    /// Share of that which falls to each train, the likeliest first.
    let trains: [(train: Int, share: Double)]

    init(
        _ score: PoolScore, _ open: [Int], _ rooms: [Double], _ table: ContainerTable, _ parameters: LinkingParameters
    ) {
        let all = max(1e-9, rooms.reduce(0, +))
        var byTrain: [Int: Double] = [:]
        var sum = 0.0
        var last = (bits: 0.0, ratio: 1.0)
        for (position, room) in zip(open, rooms) {
            // Neighbours are mostly of one kind, and the power is the costly part.
            if score.scanBits[position] != last.bits {
                last = (score.scanBits[position], exp2(score.scanBits[position]))
            }
            let weight = room / all * last.ratio
            sum += weight
            byTrain[table.rows[score.candidates[position]].train, default: 0] += weight
        }
        let likelihood = parameters.untoldOnKnownTrain * sum + 1 - parameters.untoldOnKnownTrain
        self.likelihood = likelihood
        let sorted = byTrain.filter { $0.key >= 0 }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        trains = sorted.prefix(Self.most).map {
            ($0.key, parameters.untoldOnKnownTrain * $0.value / likelihood)
        }
    }
}
