import CarrierSimulator
import Linking
import Tracking

/// What the answers to one or more cases were worth.
struct LinkScore {
    var parcelContainer = Calibre()
    var parcelTrain = Calibre()
    var bagContainer = Calibre()
    var bagTrain = Calibre()
    var numbers = 0
    var repairs = 0
    var wrongRepairs = 0
    var brokenRules = 0
    var conflicts = 0

    mutating func add(_ inference: Inference, to world: LinkCase) {
        for posterior in inference.posteriors { add(posterior, world) }
        conflicts += inference.conflicts.count
        numbers += world.parcels.reduce(0) { $0 + ($1.bag == nil ? 0 : 1) + ($1.customsList == nil ? 0 : 1) }
        repairs += inference.repairs.count
        wrongRepairs += inference.repairs.count { repair in
            let truth = world.truth[repair.subject]
            return repair.known != (repair.field == .bag ? truth?.bag : truth?.customsList)
        }
        brokenRules += HardRules(world).broken(inference)
    }

    mutating func add(_ other: LinkScore) {
        parcelContainer.add(other.parcelContainer)
        parcelTrain.add(other.parcelTrain)
        bagContainer.add(other.bagContainer)
        bagTrain.add(other.bagTrain)
        numbers += other.numbers
        repairs += other.repairs
        wrongRepairs += other.wrongRepairs
        brokenRules += other.brokenRules
        conflicts += other.conflicts
    }

    private mutating func add(_ posterior: Posterior, _ world: LinkCase) {
        let box = posterior.containers.first, train = posterior.trains.first
        var right = (box: 0, train: 0)
        for member in posterior.members {
            guard let truth = world.truth[member] else { continue }
            let isBox = box?.parent == LinkCase.box(truth.container)
            let isTrain = train?.parent == world.train(truth.train)
            parcelContainer.add(box?.probability ?? 0, isBox)
            parcelTrain.add(train?.probability ?? 0, isTrain)
            right = (right.box + (isBox ? 1 : 0), right.train + (isTrain ? 1 : 0))
        }
        guard posterior.isPooled else { return }
        bagContainer.add(box?.probability ?? 0, 2 * right.box > posterior.members.count)
        bagTrain.add(train?.probability ?? 0, 2 * right.train > posterior.members.count)
    }
}
