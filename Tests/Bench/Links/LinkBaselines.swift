import CarrierSimulator
import Linking
import Tracking

/// What a simpler rule would answer, with certainty where it answers at all.
enum LinkBaselines {
    /// The next container sealed after the sorting that goes to the stated hub.
    static func nextSealed(_ world: LinkCase) -> LinkScore {
        let sealed = world.containers.compactMap { box in
            box.sealed.map { (at: $0.instant, box: box) }
        }.sorted { ($0.at, $0.box.subject.code) < ($1.at, $1.box.subject.code) }
        return score(world) { parcel in
            guard let sorted = parcel.sightings.first(where: { $0.milestone == .sorted }) else { return nil }
            return sealed.first { $0.at >= sorted.time.instant && $0.box.hub == parcel.hub }?.box
        }
    }

    /// The only container whose papers name the stated list, as received.
    static func exactNumbers(_ world: LinkCase) -> LinkScore {
        var carriers: [String: [CandidateContainer]] = [:]
        for box in world.containers {
            for list in box.customsLists { carriers[list, default: []].append(box) }
        }
        return score(world) { parcel in
            let found = parcel.customsList.flatMap { carriers[$0] } ?? []
            return found.count == 1 ? found[0] : nil
        }
    }

    /// The same evidence, each parcel by itself.
    static func withoutPooling(_ world: LinkCase, _ inference: LinkInference) -> LinkScore {
        let parcels = world.parcels.map { parcel in
            var parcel = parcel
            parcel.bag = nil
            return parcel
        }
        var score = LinkScore()
        score.add(inference.infer(parcels, among: world.containers), to: world)
        return score
    }

    private static func score(_ world: LinkCase, _ answer: (OpenParcel) -> CandidateContainer?) -> LinkScore {
        var score = LinkScore()
        for parcel in world.parcels {
            guard let truth = world.truth[parcel.subject] else { continue }
            let box = answer(parcel)
            score.parcelContainer.add(box == nil ? 0 : 1, box?.subject == LinkCase.box(truth.container))
            score.parcelTrain.add(box == nil ? 0 : 1, box?.train == world.train(truth.train))
        }
        return score
    }
}
