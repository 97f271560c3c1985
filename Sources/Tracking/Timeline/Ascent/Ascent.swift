/// The way up from a subject through its carriers: which of their events reach it, and through how strong a chain.
struct Ascent {
    /// The weakest of the links that an event came through.
    struct Path {
        var basis: LinkBasis
        /// Of all links on the way together, 0 to 1.
        var probability: Double
        var depth: Int
        /// Whether it is a customs paper that the subject itself stands on.
        var isOwnPaper: Bool

        func isBetter(than other: Path) -> Bool {
            if isOwnPaper != other.isOwnPaper { return isOwnPaper }
            if basis.rank != other.basis.rank { return basis.rank > other.basis.rank }
            if probability != other.probability { return probability > other.probability }
            return depth < other.depth
        }
    }

    /// What came down: the best path of each event by its number, and the plans met on the way.
    struct Found {
        var paths: [Int: Path] = [:]
        var expected: [Subject: MessageID] = [:]

        mutating func add(_ path: Path, for number: Int) {
            if let known = paths[number], !path.isBetter(than: known) { return }
            paths[number] = path
        }

        mutating func merge(_ other: Found) {
            for (number, path) in other.paths { add(path, for: number) }
            expected.merge(other.expected) { max($0, $1) }
        }

        /// What both say; the path is the weaker one.
        func shared(with other: Found) -> Found {
            var result = Found()
            for (number, path) in paths {
                guard let theirs = other.paths[number] else { continue }
                result.paths[number] = path.isBetter(than: theirs) ? theirs : path
            }
            for (train, message) in expected {
                if let theirs = other.expected[train] { result.expected[train] = max(message, theirs) }
            }
            return result
        }
    }

    /// Where on the way up: what has been passed, through how strong a chain, and during which time.
    struct Step {
        var window = Span.always
        var path: Path?
        var visited: Set<Subject>
        var settled: Settled = [:]
        /// The one container of a consignment that is followed, as if the consignment held no other.
        var container: Subject?
    }

    /// The claims of one child; of a consignment, as far as one of its containers is concerned.
    private struct Asked: Hashable {
        var child: Subject
        var container: Subject?
    }

    let knowledge: Knowledge
    var conflicts: Set<Conflict> = []
    /// Where the containers are that a consignment is spread over.
    var split: Split?
    /// What is possible, and not sure enough for anything to be told by it.
    var possible: [Candidate] = []
    /// The best way to each carrier that something sure enough is known of.
    private(set) var ways: [Subject: Path] = [:]
    let told: [Claim]
    private(set) var links: [TimelineLink] = []
    private var claims: [Asked: [Claim]] = [:]
    /// Whether no paper tells a container of the subject's own, so that all that its consignments have may be it.
    let isByConsignment: Bool

    /// Longer chains are a mistake in the data.
    static let deepest = 8
    private(set) var routes = Routes([], trains: [:])

    init(_ knowledge: Knowledge) {
        self.knowledge = knowledge
        isByConsignment = !knowledge.dossier.consignmentsToOpen.isEmpty
        told = Self.told(knowledge)
    }

    /// Everything that reaches the subject under any of its numbers.
    mutating func climb() -> Found {
        var found = Found()
        let visited = Set(knowledge.identity.members.keys)
        let identity = knowledge.identity
        let starts = identity.ordered.filter { $0 == identity.principal || identity.isOfLaterLeg($0) }
            .map { (subject: $0, window: identity.members[$0]?.window ?? .always) }
        if !isByConsignment {
            routes = Routes(routes(from: starts, visited: visited), trains: knowledge.trains)
            showVerdicts()
        }
        for start in starts {
            ascend(from: start.subject, Step(window: start.window, visited: visited), into: &found)
        }
        collectContested(into: &found)
        return found
    }

    /// From a consignment whose containers alone tell where its contents are, through each of them.
    mutating func ascend(from child: Subject, _ step: Step, into found: inout Found) {
        if child.kind == .consignment, isByConsignment, step.container == nil {
            let containers = containers(of: child, step)
            if !containers.isEmpty { return collect(through: containers, of: child, step, into: &found) }
        }
        collect(from: child, step, into: &found)
    }

    mutating func collect(from child: Subject, _ step: Step, into found: inout Found) {
        guard (step.path?.depth ?? 0) < Self.deepest else { return }
        let all = self.claims(of: child, step.container)
        let claims = all.filter { !isSettledOtherwise($0, step.settled) }
        for claim in all where isSettledOtherwise(claim, step.settled) { note(claim, against: step.settled) }
        var step = step
        step.settled = step.settled.merging(Self.settled(by: claims)) { $0.union($1) }
        let open = claims.compactMap(judged)
        for claim in open where claim.outrankedBy == nil && !claim.isInConflict {
            follow(claim, step, into: &found)
        }
        for kind in SubjectKind.allCases {
            let contested = open.filter { $0.isInConflict && $0.link.parent.kind == kind }
            guard !contested.isEmpty else { continue }
            found.merge(shared(by: contested, step))
            note(contested)
        }
    }

    /// The claim as far as it holds for this subject; nil where another way is told by more, or one as good denies it.
    private func judged(_ claim: Claim) -> Claim? {
        switch routes.verdicts[Routes.Key(claim)] {
        case nil: return claim
        case .until(let end):
            var claim = claim
            claim.spans = claim.spans.compactMap { $0.cut(before: end) }
            return claim
        case .outranked, .contested: return nil
        }
    }

    mutating func followContested(_ way: Routes.Route, into found: inout Found) {
        follow(way.claim, way.step, into: &found)
    }

    private mutating func showVerdicts() {
        for index in links.indices {
            let link = links[index].link
            let verdict = routes.verdicts.first { $0.key.child == link.child && $0.key.parent == link.parent }?.value
            switch verdict {
            case .outranked(let message): links[index].outrankedBy = message
            case .contested: links[index].inConflict = true
            case .until(let end): links[index].until = min(links[index].until ?? end.before, end.before)
            case nil: break
            }
        }
    }

    /// Of carriers that contradict each other, only what is true in either case.
    private mutating func shared(by contested: [Claim], _ step: Step) -> Found {
        var byParent: [Subject: Found] = [:]
        for claim in contested {
            var found = byParent[claim.link.parent] ?? Found()
            follow(claim, step, into: &found)
            byParent[claim.link.parent] = found
        }
        let alternatives = byParent.sorted { $0.key.precedes($1.key) }.map(\.value)
        guard let first = alternatives.first else { return Found() }
        return alternatives.dropFirst().reduce(first) { $0.shared(with: $1) }
    }

    mutating func follow(_ claim: Claim, _ step: Step, into found: inout Found) {
        let parent = claim.link.parent
        guard !step.visited.contains(parent) else { return }
        let isOwnPaper = parent.kind == .declaration && knowledge.identity.contains(claim.link.child)
        var next = step
        let path = Self.step(step.path, claim, isOwnPaper: isOwnPaper)
        guard path.probability == 1 || Belief.counts(path.probability) else {
            return note(claim, asCandidateOf: path.probability)
        }
        next.path = path
        next.visited.insert(parent)
        for span in claim.spans {
            next.window = span.intersection(step.window)
            guard !next.window.isEmpty else { continue }
            if ways[parent].map(path.isBetter) ?? true { ways[parent] = path }
            guard claim.isConfirmed else {
                expect(claim, next.window, &found)
                continue
            }
            for number in numbers(of: parent) where carries(knowledge.events[number], next.window) {
                found.add(path, for: number)
            }
            ascend(from: parent, next, into: &found)
        }
    }

    private func numbers(of parent: Subject) -> [Int] {
        knowledge.trains[parent]?.numbers ?? knowledge.numbers(of: parent)
    }

    /// What moves empty carries nobody's parcel; to be emptied is the last that they see of it.
    private func carries(_ event: ReadEvent, _ inside: Span) -> Bool {
        inside.contains(event.at) && (event.event.load != .empty || event.milestone == .stripped)
    }

    private func expect(_ claim: Claim, _ inside: Span, _ found: inout Found) {
        guard let departure = knowledge.trains[claim.link.parent]?.earliestDeparture, inside.contains(departure)
        else { return }
        let known = found.expected[claim.link.parent]
        found.expected[claim.link.parent] = max(claim.link.message, known ?? claim.link.message)
    }

    static func step(_ path: Path?, _ claim: Claim, isOwnPaper: Bool) -> Path {
        let own = Path(
            basis: claim.carryingBasis, probability: claim.link.probability, depth: 1,
            isOwnPaper: isOwnPaper)
        guard let path else { return own }
        return Path(
            basis: path.basis.rank < own.basis.rank ? path.basis : own.basis,
            probability: path.probability * own.probability, depth: path.depth + 1, isOwnPaper: false)
    }

    mutating func claims(of child: Subject, _ container: Subject?) -> [Claim] {
        let asked = Asked(child: child, container: child.kind == .consignment ? container : nil)
        if let known = claims[asked] { return known }
        let read = ClaimReader(knowledge: knowledge, container: asked.container).claims(of: child).map(yielding)
        noteContradictions(of: read)
        claims[asked] = read
        show(read)
        return read
    }

    /// A claim that holds for one container of a consignment and not for another is shown as it holds for all.
    private func isShown(_ claim: Claim) -> Int? {
        links.firstIndex { $0.link == claim.link }
    }

    private mutating func show(_ read: [Claim]) {
        for claim in read {
            let shown = TimelineLink(claim)
            guard claim.link.child.kind == .consignment, let index = isShown(claim) else {
                links.append(shown)
                continue
            }
            if shown.isWeaker(than: links[index]) { links[index] = shown }
        }
    }

    /// A person's word against a paper's is no tie, but nobody should have to find out.
    private mutating func note(_ claim: Claim, against settled: Settled) {
        let named = (settled[claim.link.parent.kind] ?? []).sorted { $0.precedes($1) }
        let subject = knowledge.dossier.subject
        let names = named.map(\.description).joined(separator: " and ")
        conflicts.insert(
            Conflict(
                .twoCarriers, [subject, claim.link.child, claim.link.parent] + named, messages: [claim.link.message],
                reason:
                    "\(subject) is by hand in \(names), though \(claim.link.child) is listed in \(claim.link.parent)",
                sides: [Conflict.Side(claim)] + saidByHand(named)))
    }

    private func saidByHand(_ named: [Subject]) -> [Conflict.Side] {
        claims.values.joined().filter { $0.basis == .byHand && named.contains($0.link.parent) }.map(Conflict.Side.init)
    }

    private mutating func note(_ contested: [Claim]) {
        let parents = Set(contested.map(\.link.parent)).sorted { $0.precedes($1) }
        guard let child = contested.first?.link.child, parents.count > 1 else { return }
        let names = parents.map(\.description).joined(separator: " and ")
        conflicts.insert(
            Conflict(
                .twoCarriers, [child] + parents, messages: Set(contested.map(\.link.message)),
                reason: "\(child) is said to be \(parents[0].kind == .train ? "on" : "in") \(names) at once",
                sides: contested.map(Conflict.Side.init)))
    }
}
