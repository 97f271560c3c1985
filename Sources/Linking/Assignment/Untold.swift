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

    /// - Parameter all: the room of all that are open.
    init(_ score: PoolScore, room all: Double, _ table: ContainerTable, _ parameters: LinkingParameters) {
        let all = max(1e-9, all)
        var byTrain = [Double](repeating: 0, count: table.trains.count)
        var sum = 0.0
        var last = (bits: 0.0, ratio: 1.0)
        for position in score.candidates.indices where score.bits[position] > -.infinity {
            let container = score.candidates[position]
            // Neighbours are mostly of one kind, and the power is the costly part.
            if score.scanBits[position] != last.bits {
                last = (score.scanBits[position], exp2(score.scanBits[position]))
            }
            let weight = table.columns.rooms[container] / all * last.ratio
            sum += weight
            let train = table.rows[container].train
            if train >= 0 { byTrain[train] += weight }
        }
        let likelihood = parameters.untoldOnKnownTrain * sum + 1 - parameters.untoldOnKnownTrain
        self.likelihood = likelihood
        var best = Greatest(Self.most)
        for train in byTrain.indices where byTrain[train] > 0 { best.insert(train, byTrain[train]) }
        trains = best.entries.map { ($0.number, parameters.untoldOnKnownTrain * $0.value / likelihood) }
    }
}
