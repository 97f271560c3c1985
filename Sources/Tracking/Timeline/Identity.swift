/// The numbers that stand for one and the same subject, and what each is for.
///
/// A number that several subjects share (parcels combined under one local label) stands only for itself when it is
/// asked: nothing says whose events the others' are.
struct Identity {
    /// What one of the numbers is for; the principal number has no role.
    struct Membership {
        let role: AliasRole?
        /// From when the number is this subject's: local numbers are used again.
        let from: Instant?

        /// Whether the number belongs to a leg after the line haul: its news counts only once that leg has begun.
        var isLaterLeg: Bool { role == .lastMile || role == .return }
    }

    let members: [Subject: Membership]
    /// The asked number first, then the others in a fixed order.
    let ordered: [Subject]

    init(of subject: Subject, aliases: [Alias]) {
        let owners = Set(aliases.lazy.filter { $0.alias == subject && $0.subject != subject }.map(\.subject))
        let principal = owners.count == 1 ? owners.first ?? subject : subject
        var members = [principal: Membership(role: nil, from: nil)]
        var waiting = [principal]
        while let next = waiting.popLast() {
            for alias in aliases.filter({ $0.subject == next }).sorted(by: Alias.precedes)
            where members[alias.alias] == nil {
                let inherited = members[next].flatMap { $0.isLaterLeg ? $0.role : nil }
                members[alias.alias] = Membership(role: inherited ?? alias.role, from: alias.from?.instant)
                waiting.append(alias.alias)
            }
        }
        self.members = members
        ordered = [subject] + members.keys.filter { $0 != subject }.sorted { $0.precedes($1) }
    }

    func contains(_ subject: Subject) -> Bool { members[subject] != nil }

    var hasLastMile: Bool { members.values.contains { $0.role == .lastMile } }
}

extension Alias {
    static func precedes(_ left: Alias, _ right: Alias) -> Bool {
        if left.message != right.message { return left.message < right.message }
        if left.subject != right.subject { return left.subject.precedes(right.subject) }
        if left.alias != right.alias { return left.alias.precedes(right.alias) }
        if left.role != right.role { return left.role.rawValue < right.role.rawValue }
        if left.source != right.source { return left.source < right.source }
        if left.recordedAt != right.recordedAt { return left.recordedAt < right.recordedAt }
        return left.from.sortsBefore(right.from)
    }
}

extension Link {
    static func precedes(_ left: Link, _ right: Link) -> Bool {
        if left.child != right.child { return left.child.precedes(right.child) }
        if left.parent != right.parent { return left.parent.precedes(right.parent) }
        if left.message != right.message { return left.message < right.message }
        if left.source != right.source { return left.source < right.source }
        if left.basis != right.basis { return (left.basis?.rawValue ?? "") < (right.basis?.rawValue ?? "") }
        if left.probability != right.probability { return left.probability < right.probability }
        if left.recordedAt != right.recordedAt { return left.recordedAt < right.recordedAt }
        if left.from != right.from { return left.from.sortsBefore(right.from) }
        return left.until.sortsBefore(right.until)
    }
}

extension EventTime? {
    /// An order of all told times, the untold first; only to be independent of the order of a dossier.
    fileprivate func sortsBefore(_ other: EventTime?) -> Bool {
        guard let other else { return false }
        guard let self else { return true }
        if self.instant != other.instant { return self.instant < other.instant }
        if self.offsetMinutes != other.offsetMinutes { return self.offsetMinutes < other.offsetMinutes }
        if self.precision != other.precision { return self.precision.rawValue < other.precision.rawValue }
        return self.basis.rawValue < other.basis.rawValue
    }
}
