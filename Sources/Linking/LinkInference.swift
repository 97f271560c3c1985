import Tracking

/// Says which container, and which train, a parcel is in where no message says it.
///
/// Fellegi and Sunter's weights (algorithms §2), pooled by bag, normalised over the candidates and "none of these", and
/// assigned under the capacities. A pure function of its input: neither the order of the parcels nor that of the
/// containers matters, and nothing is drawn by chance.
public struct LinkInference: Sendable {
    public var parameters: LinkingParameters
    public var settings: LinkingSettings

    public init(parameters: LinkingParameters = .learned, settings: LinkingSettings = LinkingSettings()) {
        self.parameters = parameters
        self.settings = settings
    }

    /// The answers for open parcels among the containers that may carry them.
    ///
    /// A parcel or container given twice counts once, and a parcel is told as a conflict.
    public func infer(_ parcels: [OpenParcel], among containers: [CandidateContainer]) -> Inference {
        var posteriors: [Posterior] = []
        var inference = infer(parcels, among: containers, each: { posteriors.append($0) })
        inference.posteriors = posteriors
        return inference
    }

    /// The same, handing out each answer as it is made, so that those of a long train need not be held at once.
    ///
    /// - Parameter body: told the answers in the order of their first members.
    /// - Returns: repairs and conflicts; no answers.
    public func infer(
        _ parcels: [OpenParcel], among containers: [CandidateContainer], each body: (Posterior) throws -> Void
    ) rethrows -> Inference {
        var once = Deduplicated(parcels, containers)
        var codes = CodeTable()
        let table = ContainerTable(
            once.containers, parameters: parameters, codes: &codes, sharesEvidence: settings.sharesEvidence)
        let readings = once.parcels.map { ParcelReading($0, codes: &codes) }
        let reader = NumberReader(
            parcels: once.parcels, readings: readings, table: table, parameters: parameters,
            sharesEvidence: settings.sharesEvidence)
        let numbers = reader.numbers()
        let scorer = PoolScorer(
            scans: ScanScorer(parameters), papers: PaperScorer(parameters: parameters, table: table), table: table,
            readings: readings, numbers: numbers)
        var pools = Pooling(settings: settings, parcels: once.parcels, readings: readings).pools(numbers)
        pools = Sifting(scorer: scorer).sifted(pools, once.parcels, &once.conflicts)
        var judgement = Judgement(scorer: scorer, parcels: once.parcels)
        try judgement.answer(pools, &once.conflicts, body)
        return Inference(
            posteriors: [], repairs: numbers.repairs,
            conflicts: once.conflicts.sorted(by: LinkConflict.precedes))
    }
}
