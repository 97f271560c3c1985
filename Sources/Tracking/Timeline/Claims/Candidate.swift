/// What something may have been in or on, where nothing sure enough is known: one of the best possibilities.
public struct Candidate: Hashable, Sendable {
    /// The container or train.
    public var parent: Subject
    /// Of the whole way to it, 0 to 1; below ``Belief/least``.
    public var probability: Double
    /// The inferred link that names it, with its evidence.
    public var link: Link
}

extension Candidate {
    /// Containers before trains, of one kind the likeliest first.
    static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.parent.kind != right.parent.kind { return rank(left.parent.kind) < rank(right.parent.kind) }
        if left.probability != right.probability { return left.probability > right.probability }
        if left.parent != right.parent { return left.parent.precedes(right.parent) }
        return Link.precedes(left.link, right.link)
    }

    private static func rank(_ kind: SubjectKind) -> Int {
        switch kind {
        case .container: 0
        case .train: 1
        default: 2
        }
    }

    /// The best of each kind, each parent once.
    static func best(_ candidates: [Candidate]) -> [Candidate] {
        var best: [Candidate] = []
        for candidate in candidates.sorted(by: precedes) {
            let same = best.filter { $0.parent.kind == candidate.parent.kind }
            guard same.count < Belief.shownCandidates, !same.contains(where: { $0.parent == candidate.parent })
            else { continue }
            best.append(candidate)
        }
        return best
    }
}
