/// What cannot be true of one subject though no two claims about one child contradict each other.
extension Ascent {
    /// All ways to a container or a train.
    mutating func routes(from starts: [(subject: Subject, window: Span)], visited: Set<Subject>) -> [Routes.Route] {
        var routes: [Routes.Route] = []
        for start in starts {
            let step = Step(window: start.window, visited: visited)
            explore(start.subject, step, rank: LinkBasis.byHand.rank, into: &routes)
        }
        return routes
    }

    private mutating func explore(_ child: Subject, _ step: Step, rank: Int, into routes: inout [Routes.Route]) {
        guard (step.path?.depth ?? 0) < Self.deepest else { return }
        for claim in claims(of: child, step.container) where claim.carries && !claim.isDenied {
            let parent = claim.link.parent
            guard parent.kind != .declaration, !step.visited.contains(parent) else { continue }
            var next = step
            next.path = Self.step(step.path, claim, isOwnPaper: false)
            next.visited.insert(parent)
            let rank = min(rank, claim.carryingBasis.rank)
            for span in claim.spans {
                next.window = span.intersection(step.window)
                guard !next.window.isEmpty else { continue }
                if parent.kind == .container || parent.kind == .train {
                    let name = knowledge.names.name(of: child)
                    routes.append(.init(claim: claim, child: name, step: step, span: next.window, weakest: rank))
                }
                if parent.kind != .train { explore(parent, next, rank: rank, into: &routes) }
            }
        }
    }

    /// Of ways that contradict each other, only what is true in either case.
    mutating func collectContested(into found: inout Found) {
        for (_, ways) in routes.contested.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let ends = Dictionary(grouping: ways, by: \.end).sorted { $0.key.precedes($1.key) }
            var shared: Found?
            for (_, ways) in ends {
                var brought = Found()
                for way in ways { followContested(way, into: &brought) }
                shared = shared?.shared(with: brought) ?? brought
            }
            if let shared { found.merge(shared) }
            note(ways)
        }
    }

    private mutating func note(_ ways: [Routes.Route]) {
        let ends = Set(ways.map(\.end)).sorted { $0.precedes($1) }
        guard ends.count > 1 else { return }
        let subject = knowledge.dossier.subject
        let names = ends.map(\.description).joined(separator: " and ")
        let verb = ends[0].kind == .train ? "on" : "in"
        conflicts.insert(
            Conflict(
                .twoCarriers, [subject] + ends, messages: Set(ways.map(\.claim.link.message)),
                reason: "\(subject) is said to be \(verb) \(names) at once",
                sides: ways.map { Conflict.Side($0.claim) }))
    }
}
