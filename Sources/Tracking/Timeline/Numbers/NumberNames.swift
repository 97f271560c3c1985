/// One name for each thing that is known by several numbers.
///
/// What is told of any number of the line haul, of a paper or of a carrier is told of one thing. The numbers of later
/// legs keep their own names: their news has rules of its own.
struct NumberNames {
    private let nameOf: [Subject: Subject]
    private let spellingsOf: [Subject: [Subject]]
    private let identity: Identity

    init(_ identity: Identity, in graph: AliasGraph, aliases: [Alias]) {
        self.identity = identity
        var names: [Subject: Subject] = [:]
        for subject in Set(aliases.flatMap { [$0.subject, $0.alias] }) {
            let name = Self.name(of: subject, identity, graph)
            if name != subject { names[subject] = name }
        }
        nameOf = names
        spellingsOf = Dictionary(grouping: names.keys) { names[$0] ?? $0 }.reduce(into: [:]) { result, group in
            result[group.key] = [group.key] + group.value.sorted { $0.precedes($1) }
        }
    }

    private static func name(of subject: Subject, _ identity: Identity, _ graph: AliasGraph) -> Subject {
        if identity.contains(subject) { return identity.isFirstLeg(subject) ? identity.principal : subject }
        let principals = graph.principals(of: subject)
        return principals.count == 1 ? principals.first ?? subject : subject
    }

    func name(of subject: Subject) -> Subject { nameOf[subject] ?? subject }

    /// The numbers that a name stands for, itself first.
    func spellings(of subject: Subject) -> [Subject] { spellingsOf[subject] ?? [subject] }

    /// The claims by the name of their child, each with its carrier under one name and its child as it was told.
    func links(_ links: [Link]) -> [Subject: [Link]] {
        guard !nameOf.isEmpty || identity.hasLimits else {
            return Dictionary(grouping: Set(links).sorted(by: Link.precedes), by: \.child)
        }
        let named = links.filter(isOfTheSubject).map { link in
            var link = link
            link.parent = name(of: link.parent)
            return link
        }
        return Dictionary(grouping: Set(named).sorted(by: Link.precedes)) { name(of: $0.child) }
    }

    /// Whether a claim was made while its number was the asked subject's.
    private func isOfTheSubject(_ link: Link) -> Bool {
        guard let membership = identity.members[link.child] else { return true }
        let said = link.from?.instant ?? link.recordedAt
        if let from = membership.from, said < from.plus(days: -30) { return false }
        return membership.until.map { said <= $0 } ?? true
    }
}
