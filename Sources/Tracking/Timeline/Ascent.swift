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

    let knowledge: Knowledge
    var conflicts: Set<Conflict> = []
    /// What is possible, and not sure enough for anything to be told by it.
    var possible: [Candidate] = []
    /// The best way to each carrier that something sure enough is known of.
    private(set) var ways: [Subject: Path] = [:]
    let told: [Claim]
    private(set) var links: [TimelineLink] = []
    private var claims: [Subject: [Claim]] = [:]

    /// Longer chains are a mistake in the data.
    private static let deepest = 8

    init(_ knowledge: Knowledge) {
        self.knowledge = knowledge
        told = Self.told(knowledge)
    }

    /// Everything that reaches the subject under any of its numbers.
    mutating func climb() -> Found {
        var found = Found()
        let visited = Set(knowledge.identity.members.keys)
        let identity = knowledge.identity
        for member in identity.ordered where member == identity.principal || identity.isOfLaterLeg(member) {
            let window = identity.members[member]?.window ?? .always
            collect(from: member, in: window, through: nil, visited: visited, settled: [:], into: &found)
        }
        return found
    }

    private mutating func collect(
        from child: Subject, in window: Span, through path: Path?,
        visited: Set<Subject>, settled: Settled, into found: inout Found
    ) {
        guard (path?.depth ?? 0) < Self.deepest else { return }
        let all = self.claims(of: child)
        let claims = all.filter { !isSettledOtherwise($0, settled) }
        for claim in all where isSettledOtherwise(claim, settled) { note(claim, against: settled) }
        let settled = settled.merging(Self.settled(by: claims)) { $0.union($1) }
        for claim in claims where claim.outrankedBy == nil && !claim.isInConflict {
            follow(claim, in: window, through: path, visited: visited, settled: settled, into: &found)
        }
        for kind in SubjectKind.allCases {
            let contested = claims.filter { $0.isInConflict && $0.link.parent.kind == kind }
            guard !contested.isEmpty else { continue }
            found.merge(shared(by: contested, in: window, through: path, visited: visited, settled: settled))
            note(contested)
        }
    }

    /// Of carriers that contradict each other, only what is true in either case.
    private mutating func shared(
        by contested: [Claim], in window: Span, through path: Path?,
        visited: Set<Subject>, settled: Settled
    ) -> Found {
        var byParent: [Subject: Found] = [:]
        for claim in contested {
            var found = byParent[claim.link.parent] ?? Found()
            follow(claim, in: window, through: path, visited: visited, settled: settled, into: &found)
            byParent[claim.link.parent] = found
        }
        let alternatives = byParent.sorted { $0.key.precedes($1.key) }.map(\.value)
        guard let first = alternatives.first else { return Found() }
        return alternatives.dropFirst().reduce(first) { $0.shared(with: $1) }
    }

    private mutating func follow(
        _ claim: Claim, in window: Span, through path: Path?, visited: Set<Subject>, settled: Settled,
        into found: inout Found
    ) {
        let parent = claim.link.parent
        guard !visited.contains(parent) else { return }
        let isOwnPaper = parent.kind == .declaration && knowledge.identity.contains(claim.link.child)
        let next = Self.step(path, claim, isOwnPaper: isOwnPaper)
        guard next.probability == 1 || Belief.counts(next.probability) else {
            return note(claim, asCandidateOf: next.probability)
        }
        for span in claim.spans {
            let inside = span.intersection(window)
            guard !inside.isEmpty else { continue }
            if ways[parent].map(next.isBetter) ?? true { ways[parent] = next }
            guard claim.isConfirmed else {
                expect(claim, inside, &found)
                continue
            }
            for number in numbers(of: parent) where carries(knowledge.events[number], inside) {
                found.add(next, for: number)
            }
            collect(
                from: parent, in: inside, through: next, visited: visited.union([parent]), settled: settled,
                into: &found)
        }
    }

    private func numbers(of parent: Subject) -> [Int] {
        knowledge.trains[parent]?.numbers ?? knowledge.numbers(of: parent)
    }

    /// What moves empty carries nobody's parcel.
    private func carries(_ event: ReadEvent, _ inside: Span) -> Bool {
        inside.contains(event.at) && event.event.load != .empty
    }

    private func expect(_ claim: Claim, _ inside: Span, _ found: inout Found) {
        guard let departure = knowledge.trains[claim.link.parent]?.earliestDeparture, inside.contains(departure)
        else { return }
        let known = found.expected[claim.link.parent]
        found.expected[claim.link.parent] = max(claim.link.message, known ?? claim.link.message)
    }

    private static func step(_ path: Path?, _ claim: Claim, isOwnPaper: Bool) -> Path {
        let own = Path(
            basis: claim.carryingBasis, probability: claim.link.probability, depth: 1,
            isOwnPaper: isOwnPaper)
        guard let path else { return own }
        return Path(
            basis: path.basis.rank < own.basis.rank ? path.basis : own.basis,
            probability: path.probability * own.probability, depth: path.depth + 1, isOwnPaper: false)
    }

    private mutating func claims(of child: Subject) -> [Claim] {
        if let known = claims[child] { return known }
        let read = ClaimReader(knowledge: knowledge).claims(of: child).map(yielding)
        noteContradictions(of: read)
        claims[child] = read
        links += read.map(TimelineLink.init)
        return read
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
                    "\(subject) is by hand in \(names), though \(claim.link.child) is listed in \(claim.link.parent)"))
    }

    private mutating func note(_ contested: [Claim]) {
        let parents = Set(contested.map(\.link.parent)).sorted { $0.precedes($1) }
        guard let child = contested.first?.link.child, parents.count > 1 else { return }
        let names = parents.map(\.description).joined(separator: " and ")
        conflicts.insert(
            Conflict(
                .twoCarriers, [child] + parents, messages: Set(contested.map(\.link.message)),
                reason: "\(child) is said to be in \(names) at once"))
    }
}
