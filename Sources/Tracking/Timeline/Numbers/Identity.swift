/// The numbers that stand for one and the same subject, and what each is for.
///
/// A number that several subjects share (parcels of one order, or combined under one local label) stands only for
/// itself when it is asked: nothing says whose events the others' are.
struct Identity {
    /// What the timeline is of: what the asked number stands for, or the asked number itself where that is several.
    let principal: Subject
    private(set) var members: [Subject: Membership]
    /// The principal number first, then the others in a fixed order.
    let ordered: [Subject]
    /// The subjects that share the asked number; empty where it stands for one.
    let standsFor: [Subject]
    /// As what they share it.
    let sharedAs: AliasRole?
    let doubtful: [DoubtfulNumber]

    init(of subject: Subject, in graph: AliasGraph) {
        let principals = graph.principals(of: subject)
        let principal = principals.count == 1 ? principals.first ?? subject : subject
        let members = graph.members(of: principal)
        self.principal = principal
        self.members = members
        standsFor = principals.count > 1 ? principals : []
        sharedAs =
            principals.count > 1
            ? graph.uses(of: subject).last?.claims.map(\.role).max { $0.precedence < $1.precedence } : nil
        ordered = [principal] + members.keys.filter { $0 != principal }.sorted { $0.precedes($1) }
        doubtful = ordered.compactMap { DoubtfulNumber($0, in: graph) }
    }

    /// The same numbers, each belonging to the subject for the time that `bound` leaves it.
    func bounded(_ bound: (inout Membership) -> Void) -> Identity {
        var identity = self
        identity.members = members.mapValues { membership in
            var bounded = membership
            bound(&bounded)
            return bounded
        }
        return identity
    }

    func contains(_ subject: Subject) -> Bool { members[subject] != nil }

    /// Whether a number is of the line haul or of the papers before it, and of this subject alone.
    func isFirstLeg(_ subject: Subject) -> Bool {
        members[subject].map { !$0.isLaterLeg && !$0.isShared } ?? false
    }

    func isOfLaterLeg(_ subject: Subject) -> Bool { members[subject]?.isLaterLeg ?? false }

    /// The numbers of which is told what is told of the subject.
    var speaking: [Subject] { ordered.filter { members[$0]?.speaksForSubject ?? false } }

    /// Whether a number is the subject's only for a time.
    var hasLimits: Bool { members.values.contains { $0.from != nil || $0.until != nil } }

    var hasLaterLeg: Bool { members.values.contains { $0.isLaterLeg } }
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
