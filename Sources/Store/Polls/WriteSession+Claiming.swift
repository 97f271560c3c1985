import Tracking

extension WriteSession {
    /// So many candidates are looked at for each number that is asked about.
    private static let choice = 10
    /// No number is asked about again within this time only because there is room in a request.
    private static let rest: Duration = .minutes(15)

    /// The numbers whose turn it is, the most urgent first, and what each was planned by.
    func candidates(_ carrier: Int64, now: Instant, limit: Int, _ planner: any PollPlanner) throws -> [Int64] {
        let find = try statement(
            """
            SELECT subject, next_check_at, last_attempt, leg, began_at, weight FROM poll
            WHERE carrier = ?1 AND next_check_at <= ?2 ORDER BY next_check_at LIMIT ?3
            """
        ).bind(.integer(carrier), .integer(now.milliseconds), .int(limit * Self.choice))
        var found: [(urgency: Double, rank: Int, number: Int64)] = []
        var legs: [Int64: String] = [Terms.none: ""]
        while try find.step() {
            let term = find.integer(3)
            let leg = try legs[term] ?? word(term)
            legs[term] = leg
            let candidate = PollCandidate(
                leg: leg,
                beganAt: find.optionalInteger(4).map(Instant.init(milliseconds:)), weight: find.real(5),
                lastAttempt: find.optionalInteger(2).map(Instant.init(milliseconds:)),
                nextCheckAt: Instant(milliseconds: find.integer(1)))
            found.append((planner.urgency(of: candidate, now: now), found.count, find.integer(0)))
        }
        guard found.count > limit else { return found.map(\.number) }
        return found.sorted { ($1.urgency, $0.rank) < ($0.urgency, $1.rank) }.prefix(limit).map(\.number)
    }

    /// Those whose turn comes next, to fill a request that goes anyway.
    func nextInTurn(_ carrier: Int64, after now: Instant, limit: Int) throws -> [Int64] {
        let find = try statement(
            """
            SELECT subject FROM poll WHERE carrier = ?1 AND next_check_at > ?2
                AND (claimed_at IS NULL OR claimed_at <= ?3) AND failures = 0
            ORDER BY next_check_at LIMIT ?4
            """
        ).bind(
            .integer(carrier), .integer(now.milliseconds),
            .integer(now.advanced(by: .zero - Self.rest).milliseconds), .int(limit))
        var found: [Int64] = []
        while try find.step() { found.append(find.integer(0)) }
        return found
    }

    /// Writes down what becomes of a number; returns whether it is to be asked about now.
    ///
    /// - Parameter now: when its turn is taken; nil where the plan only changes.
    func keep(_ planned: PlannedCheck, _ carrier: Int64, _ number: Int64, claimedAt now: Instant? = nil) throws -> Bool
    {
        var (next, stopped): (Instant?, String?)
        switch planned.turn {
        case .now(let instant), .later(let instant): next = instant
        case .never(let reason): stopped = reason
        }
        try statement(
            """
            UPDATE poll SET next_check_at = ?3, stopped = ?4, leg = ?5, began_at = ?6, weight = ?7,
                claimed_at = coalesce(?8, claimed_at)
            WHERE carrier = ?1 AND subject = ?2
            """
        ).bind(
            .integer(carrier), .integer(number), .optional(next?.milliseconds), .optional(stopped),
            .integer(planned.leg.isEmpty ? Terms.none : terms.number(planned.leg)),
            .optional(planned.beganAt?.milliseconds), .real(planned.weight), .optional(now?.milliseconds)
        ).run()
        if case .now = planned.turn { return true }
        return false
    }

    /// What is on the same train and was not asked about within the last minutes is asked about at once; not what failed,
    /// which waits for its own time.
    func callCompanions(of number: Int64, _ carrier: Int64, now: Instant) throws {
        guard let train = try train(of: number) else { return }
        try statement(
            """
            UPDATE poll SET next_check_at = ?3
            WHERE carrier = ?1 AND next_check_at > ?3 AND subject <> ?4
                AND subject IN (SELECT child FROM link WHERE parent = ?2 AND probability IS NOT 0)
                AND coalesce(claimed_at, 0) <= ?5 AND failures = 0
            """
        ).bind(
            .integer(carrier), .integer(train), .integer(now.milliseconds), .integer(number),
            .integer(now.advanced(by: .zero - Self.rest).milliseconds)
        ).run()
    }

    /// A carrier was first seen to tell of something.
    func note(sightingOf event: Instant, _ carrier: Int64, _ number: Int64, missedAt: Instant?, seenAt: Instant) throws
    {
        try statement(
            """
            INSERT INTO first_sighting (carrier, seen_at, subject, happened_at, missed_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """
        ).bind(
            .integer(carrier), .integer(seenAt.milliseconds), .integer(number), .integer(event.milliseconds),
            .optional(missedAt?.milliseconds)
        ).run()
    }

    func forgetSightings(_ carrier: Int64, but kept: Int) throws {
        try statement(
            """
            DELETE FROM first_sighting WHERE carrier = ?1 AND seen_at < (
                SELECT seen_at FROM first_sighting WHERE carrier = ?1 ORDER BY seen_at DESC LIMIT 1 OFFSET ?2)
            """
        ).bind(.integer(carrier), .int(kept)).run()
    }
}
