/// One carrier after another: what was moved to another box, wagon or train left the one before.
enum Succession {
    /// The claims with each carrier ending where a later one is told to begin.
    ///
    /// A parcel that is scanned into another container, or that a paper with a time puts there, was in the one before
    /// until then. A train that was re-formed carries on as the next one.
    static func settled(_ claims: [Claim], trains: [Subject: TrainJourney]) -> [Claim] {
        guard claims.count > 1 else { return claims }
        return claims.map { claim in
            var claim = claim
            for later in claims where later.link.parent != claim.link.parent {
                guard let end = end(of: claim, by: later, trains) else { continue }
                claim.spans = claim.spans.compactMap { $0.cut(before: end) }
            }
            return claim
        }
    }

    /// When the later claim ends the earlier; nil where it does not.
    static func end(of claim: Claim, by later: Claim, _ trains: [Subject: TrainJourney]) -> Instant? {
        guard claim.link.parent.kind == later.link.parent.kind, !later.isDenied, !claim.isDenied else { return nil }
        switch claim.link.parent.kind {
        case .bag, .container, .wagon: return begin(of: later, after: claim)
        case .train: return departure(of: later, after: claim, trains)
        case .parcel, .vehicle, .consignment, .declaration: return nil
        }
    }

    /// A guess or a plan ends nothing, and nothing but a person's word what a person said.
    private static func begin(of later: Claim, after claim: Claim) -> Instant? {
        guard let from = later.link.from?.instant, !later.spans.isEmpty, claim.about < from,
            claim.link.from.map({ $0.instant < from }) ?? true
        else { return nil }
        let ranks = (claim.carryingBasis.rank, later.carryingBasis.rank)
        let least = LinkBasis.declared.rank
        guard ranks.0 >= least, ranks.1 >= least else { return nil }
        return claim.basis == .byHand && later.basis != .byHand ? nil : from
    }

    private static func departure(
        of later: Claim, after claim: Claim, _ trains: [Subject: TrainJourney]
    ) -> Instant? {
        guard later.isConfirmed, claim.isConfirmed, let first = trains[claim.link.parent],
            let next = trains[later.link.parent], let left = next.departureEvent?.at,
            let before = first.earliestDeparture, before < left, !first.mayShareOrigin(with: next)
        else { return nil }
        return left
    }
}

extension Span {
    /// What of it lies before an instant; nil where nothing does.
    func cut(before end: Instant) -> Span? {
        guard end <= to else { return self }
        let cut = Span(from: from, to: end.before)
        return cut.isEmpty ? nil : cut
    }
}
