/// Who goes by which numbers: the alias claims, followed from any number up to what it stands for and down to all of
/// its numbers.
///
/// Nobody has the whole picture: customs names a parcel by the logistics company's number, the consolidator's table by
/// the bare one, the shop by its order, and each claim comes in its own message. Chains are followed to their ends, and
/// numbers that are aliases of each other are one thing.
public struct AliasGraph: Sendable {
    let owned: [Subject: [Alias]]
    private let claimed: [Subject: [Alias]]
    /// Owners that are one thing because different sources know it by the same number.
    private let ties: [Subject: Set<Subject>]
    /// Every number with all that it is an alias of, at any distance, itself included.
    private var ancestries: [Subject: Set<Subject>] = [:]
    private var usesOf: [Subject: [Use]] = [:]

    /// A claim between two kinds of things makes no sense, and joins nothing: a bag is no number of a parcel.
    public init(_ aliases: some Sequence<Alias>) {
        let claims = Set(aliases.filter { $0.subject != $0.alias && $0.subject.kind == $0.alias.kind })
            .sorted(by: Alias.precedes)
        owned = Dictionary(grouping: claims, by: \.subject)
        claimed = Dictionary(grouping: claims, by: \.alias)
        ties = claimed.values.reduce(into: [:]) { ties, claims in
            for (owner, others) in Self.tied(claims) { ties[owner, default: []].formUnion(others) }
        }
        let all = Set(owned.keys).union(claimed.keys)
        for subject in all { ancestries[subject] = climb(from: subject) }
        for subject in all { findUses(of: subject) }
    }

    /// What a number stands for: itself where it is nobody's alias, one subject, or several that share it.
    ///
    /// Of a local number that was given out again only its latest use counts.
    public func principals(of subject: Subject) -> [Subject] {
        guard let latest = usesOf[subject]?.last else { return [name(of: knot(of: subject), or: subject)] }
        return latest.principals.sorted { $0.precedes($1) }
    }

    /// All numbers of what a number stands for, in a fixed order; of one that several share only its own.
    public func numbers(of subject: Subject) -> [Subject] {
        let principals = principals(of: subject)
        return members(of: principals.count == 1 ? principals[0] : subject).keys.sorted { $0.precedes($1) }
    }

    /// Every subject that has to be known to tell who a subject is: its numbers, and whoever else goes by one of them.
    public func neighbourhood(of subject: Subject) -> Set<Subject> {
        var all = ancestry(of: subject)
        for member in numbers(of: subject) { all.formUnion(ancestry(of: member)) }
        return all
    }

    /// Different sources that know their subjects by one and the same line-haul number speak of one thing, unless one of
    /// them gives the number to two.
    private static func tied(_ claims: [Alias]) -> [Subject: Set<Subject>] {
        let exact = claims.filter { !$0.role.isShareable }
        let owners = Set(exact.map(\.subject))
        guard owners.count > 1 else { return [:] }
        let bySource = Dictionary(grouping: exact, by: \.source).mapValues { Set($0.map(\.subject)) }
        guard bySource.values.allSatisfy({ $0.count == 1 }) else { return [:] }
        return Dictionary(uniqueKeysWithValues: owners.map { ($0, owners.subtracting([$0])) })
    }
}

extension AliasGraph {
    /// One use of a number: by whom, and from when until when where it was also used before or after.
    struct Use {
        var principals: Set<Subject>
        var claims: [Alias]
        var begin: Instant?
        var end: Instant?
    }

    /// A number given to somebody else so many days later was given out again, and is not shared.
    private static let longestUse: Int64 = 90
    /// A number is claimed at most so many days after its label was printed.
    private static let claimLateness: Int64 = 30

    /// The successive uses of a number, the earliest first.
    func uses(of number: Subject) -> [Use] { usesOf[number] ?? [] }

    /// Follows the owners first; they are never below the number, or they would be in its knot.
    private mutating func findUses(of number: Subject) {
        guard usesOf[number] == nil else { return }
        let knot = knot(of: number)
        let claims = knot.flatMap { claimed[$0] ?? [] }.filter { !knot.contains($0.subject) }.sorted(by: Alias.precedes)
        for claim in claims { findUses(of: claim.subject) }
        let uses = uses(by: claims)
        for member in knot { usesOf[member] = uses }
    }

    private func uses(by claims: [Alias]) -> [Use] {
        guard !claims.isEmpty else { return [] }
        var parties: [Set<Subject>: [Alias]] = [:]
        for claim in claims { parties[Set(principals(of: claim.subject)), default: []].append(claim) }
        let mayBeReused = !claims.contains { $0.role.namesAPurchase }
        let ordered = parties.map { (owners: $0.key, claims: $0.value, since: Self.since($0.value)) }
            .sorted { left, right in
                left.since != right.since
                    ? left.since < right.since
                    : left.claims.map(\.message).min() ?? .init(rawValue: 0)
                        < right.claims.map(\.message).min() ?? .init(rawValue: 0)
            }
        var uses: [Use] = []
        var last: Instant?
        for party in ordered {
            if let last, !(mayBeReused && party.since > last.plus(days: Self.longestUse)) {
                uses[uses.count - 1].principals.formUnion(party.owners)
                uses[uses.count - 1].claims += party.claims
            } else {
                let begin = last == nil ? nil : Self.begin(party.claims)
                if let begin { uses[uses.count - 1].end = begin.before }
                uses.append(Use(principals: party.owners, claims: party.claims, begin: begin))
            }
            last = party.since
        }
        return uses
    }

    private static func since(_ claims: [Alias]) -> Instant {
        claims.map { $0.from?.instant ?? $0.recordedAt }.min() ?? Instant(milliseconds: 0)
    }

    private static func begin(_ claims: [Alias]) -> Instant {
        claims.map { $0.from?.instant ?? $0.recordedAt.plus(days: -claimLateness) }.min() ?? Instant(milliseconds: 0)
    }
}

extension AliasGraph {
    private func climb(from subject: Subject) -> Set<Subject> {
        var all: Set<Subject> = [subject]
        var waiting = [subject]
        while let next = waiting.popLast() {
            for owner in above(next) where all.insert(owner).inserted { waiting.append(owner) }
        }
        return all
    }

    private func ancestry(of subject: Subject) -> Set<Subject> { ancestries[subject] ?? [subject] }

    private func above(_ subject: Subject) -> [Subject] {
        (claimed[subject] ?? []).map(\.subject) + (ties[subject] ?? [])
    }

    /// The subject with every number that is an alias of it and that it is an alias of.
    func knot(of subject: Subject) -> Set<Subject> {
        ancestry(of: subject).filter { $0 == subject || ancestry(of: $0).contains(subject) }
    }

    /// Of numbers that are aliases of each other the one that was first said to have another.
    func name(of knot: Set<Subject>, or subject: Subject) -> Subject {
        func first(_ subject: Subject) -> Int64 { owned[subject]?.map(\.message.rawValue).min() ?? .max }
        return knot.min { left, right in
            let messages = (first(left), first(right))
            return messages.0 != messages.1 ? messages.0 < messages.1 : left.precedes(right)
        } ?? subject
    }
}
