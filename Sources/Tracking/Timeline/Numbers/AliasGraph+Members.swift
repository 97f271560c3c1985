extension AliasGraph {
    /// All numbers of a principal number, itself included.
    func members(of principal: Subject) -> [Subject: Membership] {
        let knot = knot(of: principal)
        var members = [principal: Membership(isShared: false)]
        for other in knot where other != principal {
            members[other] = Membership(role: role(of: other, in: knot), isShared: false)
        }
        var waiting = knot.sorted { $0.precedes($1) }
        while let next = waiting.popLast() {
            guard let membership = members[next] else { continue }
            for claim in owned[next] ?? [] where !knot.contains(claim.alias) {
                let found = self.membership(by: claim, below: membership)
                let merged = members[claim.alias].map { Self.merge($0, found) } ?? found
                guard members[claim.alias] != merged else { continue }
                members[claim.alias] = merged
                waiting.append(claim.alias)
            }
        }
        return members
    }

    /// A number tied to the principal one is a number of the line haul where no claim says what else.
    private func role(of other: Subject, in knot: Set<Subject>) -> AliasRole {
        let claims = knot.flatMap { owned[$0] ?? [] }.filter { $0.alias == other }
        return claims.map(\.role).max { $0.precedence < $1.precedence } ?? .lineHaul
    }

    private func membership(by claim: Alias, below: Membership) -> Membership {
        let use = uses(of: claim.alias).first { $0.claims.contains(claim) }
        let from = [claim.from?.instant, use?.begin, below.from].compactMap { $0 }.max()
        let until = [use?.end, below.until].compactMap { $0 }.min()
        let inherited = below.role.flatMap { $0.isLaterLeg ? $0 : nil }
        let role = inherited.map { claim.role.precedence > $0.precedence ? claim.role : $0 } ?? claim.role
        return Membership(
            role: role, since: claim.from?.instant ?? claim.recordedAt, from: from, until: until,
            isShared: use.map { $0.principals.count > 1 } ?? false)
    }

    /// Both claims hold: the number is the subject's whenever one of them says so.
    private static func merge(_ left: Membership, _ right: Membership) -> Membership {
        let (first, second) = ((left.role?.precedence ?? 0), (right.role?.precedence ?? 0))
        var from: Instant?
        if let one = left.from, let other = right.from { from = min(one, other) }
        var until: Instant?
        if let one = left.until, let other = right.until { until = max(one, other) }
        return Membership(
            role: second > first ? right.role : left.role, since: [left.since, right.since].compactMap { $0 }.min(),
            from: from, until: until, isShared: left.isShared || right.isShared)
    }
}
