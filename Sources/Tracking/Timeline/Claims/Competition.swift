/// Settles claims that cannot all be true: one child in two carriers of a kind at once.
enum Competition {
    /// The claims with the outranked and the conflicting ones marked.
    ///
    /// Papers (consignment, declaration) and trucks do not compete: a parcel stands on a house and a master bill, and
    /// one truck follows another.
    ///
    /// - Parameters:
    ///   - trains: the runs of the trains claimed.
    ///   - boarding: which of them it was rolled from or detached from; those compete with no later one.
    static func settled(_ claims: [Claim], trains: [Subject: TrainJourney], boarding: Boarding) -> [Claim] {
        let left = boarding.leftOnTheWay
        var claims = claims
        settleRepetitions(&claims)
        let order = claims.indices.filter { claims[$0].outrankedBy == nil && competes(claims[$0], boarding.rolledFrom) }
            .sorted { rank(claims[$0]) != rank(claims[$1]) ? rank(claims[$0]) > rank(claims[$1]) : $0 < $1 }
        for (position, index) in order.enumerated() {
            for stronger in order[..<position] where claims[stronger].outrankedBy == nil {
                let (upper, lower) = (claims[stronger], claims[index])
                guard upper.link.parent != lower.link.parent, exclude(upper, lower, trains, left) else { continue }
                if outranks(upper, lower) {
                    claims[index].outrankedBy = upper.link.message
                    break
                }
                guard rank(upper) > LinkBasis.planned.rank else { continue }
                claims[stronger].isInConflict = true
                claims[index].isInConflict = true
            }
            if claims[index].outrankedBy != nil { claims[index].isInConflict = false }
        }
        return claims
    }

    /// Of several claims of the same carrier the weightiest speak; they compete with nobody but each other's weight.
    private static func settleRepetitions(_ claims: inout [Claim]) {
        for (index, claim) in claims.enumerated() {
            let better = claims.lazy.filter { $0.link.parent == claim.link.parent && rank($0) > rank(claim) }
                .max { (rank($0), $0.link.message) < (rank($1), $1.link.message) }
            // The earlier journey of a box is no repetition of the later one.
            if let better, better.spans.contains(where: { span in claim.spans.contains { $0.overlaps(span) } }) {
                claims[index].outrankedBy = better.link.message
            }
        }
    }

    private static func competes(_ claim: Claim, _ rolledFrom: Set<Subject>) -> Bool {
        switch claim.link.parent.kind {
        case .bag, .container, .wagon: true
        case .train: !rolledFrom.contains(claim.link.parent)
        case .parcel, .vehicle, .consignment, .declaration: false
        }
    }

    private static func rank(_ claim: Claim) -> Int { claim.carryingBasis.rank }

    private static func outranks(_ upper: Claim, _ lower: Claim) -> Bool { rank(upper) != rank(lower) }

    static func exclude(
        _ left: Claim, _ right: Claim, _ trains: [Subject: TrainJourney], _ leftOnTheWay: [Subject: Instant]
    ) -> Bool {
        guard left.link.parent.kind == right.link.parent.kind else { return false }
        if left.link.parent.kind == .train {
            guard let first = trains[left.link.parent], let second = trains[right.link.parent] else { return false }
            return !continues(first, second, leftOnTheWay) && exclude(first, second)
        }
        return left.spans.contains { span in right.spans.contains { $0.overlaps(span) } }
    }

    /// Whether the later train took up what the earlier one had left behind.
    private static func continues(_ first: TrainJourney, _ second: TrainJourney, _ left: [Subject: Instant]) -> Bool {
        guard let one = first.earliestDeparture, let other = second.earliestDeparture else { return false }
        let (earlier, laterStart) = one < other ? (first, other) : (second, one)
        return left[earlier.train].map { $0 < laterStart } ?? false
    }

    /// Two trains exclude each other when both run at once, or leave one origin within four days; a train that begins
    /// in another country continues the other's run.
    static func exclude(_ left: TrainJourney, _ right: TrainJourney) -> Bool {
        guard left.mayShareOrigin(with: right), let first = left.travels(within: 10),
            let second = right.travels(within: 10)
        else { return false }
        let apart = first.from.distance(from: second.from)
        // Where nobody tells from where they started, one follows the other.
        if left.isFromBeyond && right.isFromBeyond && (left.origin == nil || right.origin == nil) {
            return apart <= Instant.dayMilliseconds / 2
        }
        return first.overlaps(second) || apart <= 4 * Instant.dayMilliseconds
    }
}
