import CarrierSimulator
import Linking
import Tracking

/// Which container, which train: worlds without manifests, beside simpler rules.
enum LinksChapter {
    private static let levels = [0.80, 0.90, 0.95, 0.99]

    static func figures(_ surroundings: Surroundings) throws -> [Figure] {
        // First, while the memory holds nothing else.
        let load = LinksLoad.figures()
        var ours = LinkScore(), next = LinkScore(), exact = LinkScore(), alone = LinkScore()
        let inference = LinkInference()
        for seed in LinkTraining.reportedOn {
            Bench.complain("links: seed \(seed)")
            let world = LinkCase(seed: seed)
            ours.add(inference.infer(world.parcels, among: world.containers), to: world)
            next.add(LinkBaselines.nextSealed(world))
            exact.add(LinkBaselines.exactNumbers(world))
            alone.add(LinkBaselines.withoutPooling(world, inference))
        }
        return quality(ours, next) + [rules(ours), repairs(ours)]
            + [detail("ours", ours, ours: true), detail("next sealed to the same hub", next)]
            + [detail("exact numbers only", exact), detail("without pooling", alone, ours: true)]
            + load
    }

    /// Makes the built-in parameters again; their source goes to standard output, before the table.
    static func learn(_ surroundings: Surroundings) throws -> [Figure] {
        let learned = LinkTraining.learned { Bench.complain($0) }
        print(learned.source)
        return []
    }

    // MARK: -

    private static func quality(_ ours: LinkScore, _ next: LinkScore) -> [Figure] {
        [
            precision("train of a parcel", ours.parcelTrain, next.parcelTrain, least: 0.99),
            recall("train of a parcel", ours.parcelTrain, next.parcelTrain, least: 0.60),
            recall("train of a bag", ours.bagTrain, next.parcelTrain, least: 0.90),
            precision("container of a parcel", ours.parcelContainer, next.parcelContainer, least: 0.98),
            precision("container of a bag", ours.bagContainer, next.parcelContainer, least: 0.98),
            error("train", ours.parcelTrain, next.parcelTrain),
            error("container", ours.parcelContainer, next.parcelContainer),
        ]
    }

    private static func precision(_ what: String, _ ours: Calibre, _ next: Calibre, least: Double) -> Figure {
        let reached = ours.precision(at: 0.95)
        return Figure(
            what: "\(what): precision at p ≥ 0.95", ours: reached.fixed(4), baseline: next.precision(at: 0.95).fixed(4),
            measured: reached.fixed(4), target: "≥ \(least.fixed(2))", isMet: reached >= least)
    }

    private static func recall(_ what: String, _ ours: Calibre, _ next: Calibre, least: Double) -> Figure {
        let reached = ours.recall(at: 0.95)
        return Figure(
            what: "\(what): recall at p ≥ 0.95", ours: reached.fixed(3), baseline: next.recall(at: 0.95).fixed(3),
            measured: reached.fixed(3), target: "≥ \(least.fixed(2))", isMet: reached >= least)
    }

    private static func error(_ what: String, _ ours: Calibre, _ next: Calibre) -> Figure {
        let reached = ours.calibrationError
        return Figure(
            what: "\(what): expected calibration error", ours: reached.fixed(4),
            baseline: next.calibrationError.fixed(4), measured: reached.fixed(4), target: "≤ 0.05",
            isMet: reached <= 0.05)
    }

    private static func rules(_ ours: LinkScore) -> Figure {
        Figure(
            what: "hard rules broken by answers", ours: "\(ours.brokenRules)", baseline: "–",
            measured: "\(ours.brokenRules)", target: "0", isMet: ours.brokenRules == 0,
            notes: ["\(ours.conflicts) conflicts told instead"])
    }

    private static func repairs(_ ours: LinkScore) -> Figure {
        let share = 100 * Double(ours.wrongRepairs) / Double(max(1, ours.repairs))
        let ofAll = 100 * Double(ours.wrongRepairs) / Double(max(1, ours.numbers))
        return Figure(
            what: "wrong repairs", ours: "\(ours.wrongRepairs) of \(ours.repairs)", baseline: "–",
            measured: "\(share.fixed(3)) %", target: "≤ 0.1 %", isMet: share <= 0.1,
            notes: [
                "share of the repairs made; of all \(ours.numbers.description) numbers received \(ofAll.fixed(4)) %",
                "one number in ten was received with one edit; those that hit a live number are no repairs",
            ])
    }

    /// A row whose notes are the whole picture of one method.
    private static func detail(_ name: String, _ score: LinkScore, ours: Bool = false) -> Figure {
        var parts = [("train of a parcel", score.parcelTrain), ("container of a parcel", score.parcelContainer)]
        if score.bagTrain.count > 0 {
            parts += [("train of a bag", score.bagTrain), ("container of a bag", score.bagContainer)]
        }
        let notes = parts.map { part, calibre in
            let line = levels.map { level in
                "\(level.fixed(2)): \(calibre.precision(at: level).fixed(4)) / \(calibre.recall(at: level).fixed(3))"
            }.joined(separator: "  ")
            return "\(part) (\(calibre.count)): precision / recall at p ≥ \(line); "
                + "Brier \(calibre.brier.fixed(4)), ECE \(calibre.calibrationError.fixed(4))"
        }
        let right = "\(score.parcelTrain.accuracy.fixed(3)) / \(score.parcelContainer.accuracy.fixed(3))"
        return Figure(
            what: "\(name): first answer right, train / container", ours: ours ? right : "–",
            baseline: ours ? "–" : right, measured: right, target: "–", isMet: true, notes: notes)
    }
}
