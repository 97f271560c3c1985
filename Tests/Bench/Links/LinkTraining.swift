import CarrierSimulator
import Linking
import Tracking

/// Makes the built-in parameters again, on worlds of other seeds than those that are reported.
enum LinkTraining {
    static let countedOn: [UInt64] = [101, 102, 103, 104]
    static let temperedOn: [UInt64] = [105]
    static let calibratedOn: [UInt64] = [107, 108, 109, 110, 111, 112]
    /// Never learned from.
    static let reportedOn: [UInt64] = [1, 2, 3]

    static let tempers = [0.3, 0.5, 0.7, 1]
    /// Outcomes that a knot of the calibration stands for at least.
    private static let leastOutcomes = 1500

    static func learned(_ tell: (String) -> Void) -> LinkingParameters {
        var parameters = counted()
        parameters.temper = temper(parameters, tell)
        parameters.calibration = calibration(parameters)
        return parameters
    }

    private static func counted() -> LinkingParameters {
        let cases = countedOn.map { LinkCase(seed: $0) }
        var start = LinkingParameters.learned
        start.calibration = LinkingCalibration()
        // Container numbers differ from world to world, so several worlds are counted as one.
        let learner = LinkingLearner(cases.flatMap { $0.labelled() }, among: cases.flatMap(\.containers))
        return learner.learned(from: start)
    }

    private static func temper(_ parameters: LinkingParameters, _ tell: (String) -> Void) -> Double {
        let cases = temperedOn.map { LinkCase(seed: $0) }
        var best = (loss: Double.infinity, temper: 1.0)
        for temper in tempers {
            var tried = parameters
            tried.temper = temper
            var score = LinkScore()
            for world in cases {
                score.add(LinkInference(parameters: tried).infer(world.parcels, among: world.containers), to: world)
            }
            let loss = score.parcelContainer.logLoss
            tell(
                "temper \(temper.fixed(1)): log-loss \(loss.fixed(4)), of trains \(score.parcelTrain.logLoss.fixed(4))")
            if loss < best.loss { best = (loss, temper) }
        }
        return best.temper
    }

    private static func calibration(_ parameters: LinkingParameters) -> LinkingCalibration {
        var outcomes = Outcomes()
        for seed in calibratedOn {
            let world = LinkCase(seed: seed)
            let inference = LinkInference(parameters: parameters).infer(world.parcels, among: world.containers)
            for posterior in inference.posteriors { outcomes.add(posterior, world) }
        }
        var result = LinkingCalibration()
        result.containerOfBag = .fitted(to: outcomes.containers[true] ?? [], least: leastOutcomes)
        result.containerOfOne = .fitted(to: outcomes.containers[false] ?? [], least: leastOutcomes)
        result.trainOfBag = .fitted(to: outcomes.trains[true] ?? [], least: leastOutcomes)
        result.trainOfOne = .fitted(to: outcomes.trains[false] ?? [], least: leastOutcomes)
        return result
    }

    /// What was stated and what came true, by whether it was pooled.
    private struct Outcomes {
        var containers: [Bool: [(stated: Double, isTrue: Bool)]] = [:]
        var trains: [Bool: [(stated: Double, isTrue: Bool)]] = [:]

        mutating func add(_ posterior: Posterior, _ world: LinkCase) {
            for member in posterior.members {
                guard let truth = world.truth[member] else { continue }
                for share in posterior.containers.prefix(3) {
                    containers[posterior.isPooled, default: []].append(
                        (share.stated, share.parent == LinkCase.box(truth.container)))
                }
                for share in posterior.trains.prefix(3) {
                    trains[posterior.isPooled, default: []].append(
                        (share.stated, share.parent == world.train(truth.train)))
                }
            }
        }
    }
}
