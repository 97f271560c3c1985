/// What reaches a subject of which only the consignment is known: what all containers of the consignment share.
extension Ascent {
    /// What one of the containers brings.
    struct Alternative {
        var container: Subject
        var found: Found
    }

    /// The containers under a consignment that the subject may be in; a person may have said of some that it is not.
    func containers(of consignment: Subject, _ step: Step) -> [Subject] {
        let identity = knowledge.identity
        let denied = Set(
            identity.ordered.flatMap { knowledge.denied(of: $0) }.map(\.link.parent).filter { $0.kind == .container })
        return knowledge.containers(under: consignment)
            .filter { !denied.contains($0) && !step.visited.contains($0) }.sorted { $0.precedes($1) }
    }

    /// Follows each container as if the subject were in that one, and takes what is true of all.
    mutating func collect(
        through containers: [Subject], of consignment: Subject, _ step: Step, into found: inout Found
    ) {
        let alternatives = containers.map { container in
            Alternative(container: container, found: brought(by: container, of: consignment, step))
        }
        found.merge(Shared(alternatives, knowledge).found)
        let split = Split(consignment, alternatives.map(position))
        // Of two consignments the smaller tells more.
        if self.split.map({ split.positions.count < $0.positions.count }) ?? true { self.split = split }
    }

    private mutating func brought(by container: Subject, of consignment: Subject, _ step: Step) -> Found {
        var found = Found()
        var step = step
        step.container = container
        collect(from: consignment, step, into: &found)
        for claim in ClaimReader(knowledge: knowledge, container: container).claims(that: consignment, in: container) {
            follow(claim, step, into: &found)
        }
        return found
    }

    private func position(_ alternative: Alternative) -> Split.Position {
        let lines = alternative.found.paths.sorted { $0.key < $1.key }.map { number, path in
            let event = knowledge.events[number]
            return Line(
                number: number, read: event, path: path, decides: event.milestone.inheritance == .deciding,
                shown: true, isLaterLeg: false)
        }
        let last = StatusRule(for: .container).deciding(lines).map { lines[$0].read }
        let expected = alternative.found.expected.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
        return Split.Position(alternative.container, last, expected: expected)
    }
}
