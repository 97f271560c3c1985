import Linking
import Tracking

/// Counts what no set of answers may do, from the input alone.
struct HardRules {
    private let parcels: [Subject: OpenParcel]
    private let boxes: [Subject: CandidateContainer]

    init(_ world: LinkCase) {
        parcels = Dictionary(uniqueKeysWithValues: world.parcels.map { ($0.subject, $0) })
        boxes = Dictionary(world.containers.map { ($0.subject, $0) }) { first, _ in first }
    }

    /// Answers (p ≥ 0.80) with two containers for one parcel, before its last scan at the origin, or over a capacity.
    func broken(_ inference: Inference) -> Int {
        var broken = 0
        var answered: Set<Subject> = []
        var load: [Subject: (pieces: Int, grams: Int)] = [:]
        for posterior in inference.posteriors {
            let answers = posterior.containers.filter { $0.probability >= Posterior.answers }
            broken += max(0, answers.count - 1)
            guard let answer = answers.first, let box = boxes[answer.parent] else { continue }
            for member in posterior.members {
                if !answered.insert(member).inserted { broken += 1 }
                guard let parcel = parcels[member] else { continue }
                if isUnreachable(parcel, box) { broken += 1 }
                load[box.subject, default: (0, 0)].pieces += parcel.pieces ?? 1
                load[box.subject, default: (0, 0)].grams += parcel.weightGrams ?? 0
            }
        }
        for (subject, load) in load {
            guard let box = boxes[subject] else { continue }
            if load.pieces > box.declaredPieces ?? .max { broken += 1 }
            if Double(load.grams) > Double(box.declaredGrams ?? .max) * 1.03 { broken += 1 }
        }
        return broken
    }

    private func isUnreachable(_ parcel: OpenParcel, _ box: CandidateContainer) -> Bool {
        parcel.sightings.contains { scan in
            guard scan.milestone == .sorted else { return false }
            let limits = [box.sealed, box.departure].compactMap { $0?.latest.advanced(by: .hours(3)) }
            return limits.contains { scan.time.instant > $0 }
        }
    }
}
