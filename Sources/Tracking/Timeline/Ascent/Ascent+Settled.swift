/// What a person said of a parcel's own container holds against what a paper says of the bag it is listed in.
extension Ascent {
    /// By kind, the carriers that people named on the way up so far.
    typealias Settled = [SubjectKind: Set<Subject>]

    /// The bags and containers that people named; a train may follow another, and papers do not compete.
    static func settled(by claims: [Claim]) -> Settled {
        var settled: Settled = [:]
        for claim in claims where claim.basis == .byHand && claim.carries && !claim.isInConflict && !claim.isDenied {
            guard [.bag, .container].contains(claim.link.parent.kind) else { continue }
            settled[claim.link.parent.kind, default: []].insert(claim.link.parent)
        }
        return settled
    }

    func isSettledOtherwise(_ claim: Claim, _ settled: Settled) -> Bool {
        guard claim.carries, let named = settled[claim.link.parent.kind] else { return false }
        return !named.contains(claim.link.parent)
    }
}
