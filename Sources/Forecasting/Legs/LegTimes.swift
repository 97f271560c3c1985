/// How long every leg takes, as far as anybody knows: learnt where there is something to learn from, the corridor's
/// priors elsewhere.
public struct LegTimes: Sendable {
    private let learnt: [Leg: ShiftedLognormal]

    /// The corridor's priors alone.
    public init() {
        learnt = [:]
    }

    /// Times that are known.
    public init(known times: [Leg: ShiftedLognormal]) {
        learnt = times
    }

    /// Learns each leg from its observations, shrunk towards the leg that is like it and more general, and in the end
    /// towards the corridor's prior.
    ///
    /// What travels together is one observation: the boxes of a train are no fifty journeys.
    public init(learntFrom observations: [LegObservation]) {
        var spans: [Leg: [ObservedSpan]] = [:]
        for observation in observations {
            for leg in observation.leg.lineage { spans[leg, default: []].append(observation.span) }
        }
        var learnt: [Leg: ShiftedLognormal] = [:]
        // The general ones first: each is the prior of those that are more particular.
        for leg in spans.keys.sorted(by: { $0.lineage.count < $1.lineage.count }) {
            let prior = leg.lineage.dropFirst().lazy.compactMap { learnt[$0] }.first ?? CorridorPriors.time(of: leg)
            learnt[leg] = Self.prior(prior, for: leg).learning(from: spans[leg] ?? [])
        }
        self.learnt = learnt
    }

    /// The time of a leg.
    public func time(of leg: Leg) -> ShiftedLognormal {
        if let known = learnt[leg] { return known }
        // What the corridor is known for at a place says more than what the same milestone means anywhere.
        if let place = CorridorPriors.particular(leg) { return place }
        return leg.lineage.lazy.compactMap { learnt[$0] }.first ?? CorridorPriors.time(of: leg)
    }

    private static func prior(_ general: ShiftedLognormal, for leg: Leg) -> ShiftedLognormal {
        leg.toward == nil ? CorridorPriors.particular(leg) ?? general : general
    }
}
