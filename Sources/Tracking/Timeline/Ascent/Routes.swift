/// The ways by which a subject is said to be in containers and on trains, and what of them cannot all be true.
///
/// Claims about one child compete with each other (``Competition``); a parcel may also be listed in one container
/// while its bag is listed in another, or its bill on one train while its box left with the next.
struct Routes {
    /// One way up: the claim at its end, and what leads to it.
    struct Route {
        var claim: Claim
        /// One name for the child, by whatever number the claim calls it.
        var child: Subject
        var step: Ascent.Step
        var span: Span
        /// Of the weakest claim on the way.
        var weakest: Int

        var end: Subject { claim.link.parent }
        /// What it weighs: the weakest on the way, then what says the end itself.
        var rank: [Int] { [weakest, claim.carryingBasis.rank] }
        var depth: Int { step.path?.depth ?? 0 }
    }

    struct Key: Hashable {
        var child: Subject
        var parent: Subject

        init(_ claim: Claim) { (child, parent) = (claim.link.child, claim.link.parent) }
    }

    enum Verdict {
        /// Another way is told by more, or for this subject in particular.
        case outranked(by: MessageID)
        /// From then on it is elsewhere.
        case until(Instant)
        /// Neither is told by more.
        case contested
    }

    private(set) var verdicts: [Key: Verdict] = [:]
    /// Of each kind, the ways that contradict each other.
    private(set) var contested: [SubjectKind: [Route]] = [:]

    init(_ routes: [Route], trains: [Subject: TrainJourney]) {
        guard Set(routes.map(\.end)).count > 1 else { return }
        for (index, one) in routes.enumerated() {
            for other in routes[(index + 1)...] where Self.exclude(one, other, trains) { settle(one, other, routes) }
        }
        let ends = Set(routes.filter(isContested).map(\.end))
        guard !ends.isEmpty else { return }
        // Whatever else leads to one of them is in doubt with it.
        for route in routes where ends.contains(route.end) { decide(.contested, route) }
        contested = Dictionary(grouping: routes.filter(isContested), by: \.end.kind)
    }

    private func isContested(_ route: Route) -> Bool {
        if case .contested = verdicts[Key(route.claim)] { true } else { false }
    }

    private mutating func settle(_ one: Route, _ other: Route, _ routes: [Route]) {
        // A person's word is weighed on the way up.
        guard one.claim.basis != .byHand, other.claim.basis != .byHand else { return }
        for (upper, lower) in [(one, other), (other, one)] {
            if let end = Succession.end(of: lower.claim, by: upper.claim, [:]) {
                return decide(.until(end), lower)
            }
            // The bag is in two containers at once, and its parcel is listed in one of them.
            let isSplit = lower.claim.isInConflict && !upper.claim.isInConflict && lower.depth > upper.depth
            if isSplit, routes.contains(where: { $0.end == upper.end && $0.child == lower.child }) {
                return decide(.outranked(by: upper.claim.link.message), lower)
            }
        }
        guard one.rank == other.rank else {
            let (upper, lower) =
                other.rank.lexicographicallyPrecedes(one.rank) ? (one, other) : (other, one)
            return decide(.outranked(by: upper.claim.link.message), lower)
        }
        decide(.contested, one)
        decide(.contested, other)
    }

    private mutating func decide(_ verdict: Verdict, _ route: Route) {
        // What is outranked by one way contradicts no other.
        if case .outranked = verdicts[Key(route.claim)] { return }
        verdicts[Key(route.claim)] = verdict
    }

    /// Two claims of one child compete elsewhere.
    private static func exclude(_ one: Route, _ other: Route, _ trains: [Subject: TrainJourney]) -> Bool {
        guard one.end != other.end, one.end.kind == other.end.kind, one.child != other.child
        else { return false }
        guard one.end.kind == .train else { return one.span.overlaps(other.span) }
        guard let first = trains[one.end], let second = trains[other.end], let left = first.earliestDeparture,
            let next = second.earliestDeparture, one.span.contains(left), other.span.contains(next)
        else { return false }
        let wasLeft = left < next ? one.span.to < next : other.span.to < left
        return !wasLeft && Competition.exclude(first, second)
    }
}
