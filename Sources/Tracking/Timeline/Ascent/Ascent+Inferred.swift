/// What was worked out never overrides what somebody said, on whatever way that leads up.
extension Ascent {
    /// The containers and trains that the subject is told to be in, by papers, scans and people alone.
    static func told(_ knowledge: Knowledge) -> [Claim] {
        guard knowledge.hasInferred else { return [] }
        let reader = ClaimReader(knowledge: knowledge)
        var told: [Claim] = []
        var seen = Set(knowledge.identity.members.keys)
        var level = knowledge.identity.ordered
        while !level.isEmpty {
            let claims = level.flatMap { reader.claims(of: $0) }
                .filter { $0.basis != .inferred && $0.carries && !$0.isDenied && !$0.spans.isEmpty }
            told += claims.filter { [.container, .train].contains($0.link.parent.kind) }
            level = claims.map(\.link.parent).filter { seen.insert($0).inserted }
        }
        return told
    }

    /// An inferred claim that something told speaks against, marked as outranked by it.
    func yielding(_ claim: Claim) -> Claim {
        guard claim.basis == .inferred, claim.outrankedBy == nil, let stronger = opponent(of: claim) else {
            return claim
        }
        var claim = claim
        claim.outrankedBy = stronger.link.message
        claim.isInConflict = false
        return claim
    }

    /// What is told and cannot be true if the inferred claim is.
    func opponent(of claim: Claim) -> Claim? {
        guard !told.contains(where: { $0.link.parent == claim.link.parent }) else { return nil }
        return told.filter { other in
            guard other.link.parent.kind == claim.link.parent.kind else { return false }
            // A candidate holds for no time of its own.
            return claim.spans.isEmpty || Competition.exclude(other, claim, knowledge.trains, [:])
        }
        .max { ($0.carryingBasis.rank, $1.link.message) < ($1.carryingBasis.rank, $0.link.message) }
    }

    /// A paper and very good reasons against it: a person should look.
    mutating func noteContradictions(of claims: [Claim]) {
        for claim in claims where claim.basis == .inferred && Belief.contradicts(claim.link.probability) {
            guard let paper = opponent(of: claim), paper.carryingBasis == .declared else { continue }
            let (child, parent) = (claim.link.child, claim.link.parent)
            let reason = claim.link.evidence.first.map { ", above all by \($0.kind.rawValue)" } ?? ""
            let probability = Belief.text(claim.link.probability)
            conflicts.insert(
                Conflict(
                    .inferredOtherwise, [child, paper.link.parent, parent],
                    messages: [paper.link.message, claim.link.message],
                    reason: "\(paper.link.child) is listed in \(paper.link.parent), but \(child) was in \(parent) "
                        + "with probability \(probability)\(reason)"))
        }
    }

    /// Keeps in mind what is possible and not sure enough to tell anything by.
    mutating func note(_ claim: Claim, asCandidateOf probability: Double) {
        guard !claim.isDenied else { return }
        possible.append(Candidate(parent: claim.link.parent, probability: probability, link: claim.link))
    }

    /// The best possibilities of each kind of carrier that nothing sure is known of.
    var candidates: [Candidate] {
        let known = Set(ways.keys.lazy.map(\.kind))
        return Candidate.best(possible.filter { !known.contains($0.parent.kind) })
    }

    /// The carriers that are believed by inference alone, and how probable the whole way to each is.
    var beliefs: [Subject: Double] { ways.filter { $0.value.basis == .inferred }.mapValues(\.probability) }
}
