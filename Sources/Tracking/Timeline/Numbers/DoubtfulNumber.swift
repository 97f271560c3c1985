/// A number of one thing alone that several are said to have at the same time.
struct DoubtfulNumber {
    let number: Subject
    let owners: [Subject]
    /// Those that say so.
    let claims: [Alias]

    var messages: Set<MessageID> { Set(claims.map(\.message)) }

    init?(_ number: Subject, in graph: AliasGraph) {
        guard let use = graph.uses(of: number).last, use.principals.count > 1 else { return nil }
        let exact = use.claims.filter { !$0.role.isShareable }
        let owners = Set(exact.flatMap { graph.principals(of: $0.subject) })
        guard owners.count > 1 else { return nil }
        self.number = number
        self.owners = owners.sorted { $0.precedes($1) }
        claims = exact
    }
}
