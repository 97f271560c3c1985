import Tracking

extension WriteSession {
    func ensureCarrier(_ carrier: Int64) throws {
        try statement("INSERT INTO carrier (carrier) VALUES (?) ON CONFLICT DO NOTHING").bind(.integer(carrier)).run()
    }

    func bind(_ carrier: Int64, kind: String, now: Instant) throws -> Int {
        try statement(
            """
            INSERT INTO poll (carrier, subject, next_check_at)
            SELECT ?1, s.id, ?3 FROM subject AS s
            WHERE s.id > (SELECT bound_through FROM carrier WHERE carrier = ?1) AND s.kind = ?2
            ON CONFLICT DO NOTHING
            """
        ).bind(.integer(carrier), .integer(terms.number(kind)), .integer(now.milliseconds)).run()
    }

    func bind(_ carrier: Int64, pattern: String, now: Instant) throws -> Int {
        try statement(
            """
            INSERT INTO poll (carrier, subject, next_check_at)
            SELECT ?1, s.id, ?3 FROM subject AS s
            WHERE s.id > (SELECT bound_through FROM carrier WHERE carrier = ?1) AND s.code GLOB ?2
            ON CONFLICT DO NOTHING
            """
        ).bind(.integer(carrier), .text(pattern), .integer(now.milliseconds)).run()
    }

    /// Rules that changed have seen no number yet; what they bind a second time stays as it is.
    func forgetOtherRules(_ carrier: Int64, rules: String) throws {
        try statement("UPDATE carrier SET bound_through = 0, bound_rules = ?2 WHERE carrier = ?1 AND bound_rules <> ?2")
            .bind(.integer(carrier), .text(rules)).run()
    }

    /// The rules have seen every number that there is now.
    func rememberBinding(_ carrier: Int64) throws {
        try statement("UPDATE carrier SET bound_through = (SELECT coalesce(max(id), 0) FROM subject) WHERE carrier = ?")
            .bind(.integer(carrier)).run()
    }

    func due(_ carrier: Int64, now: Instant, limit: Int) throws -> [(id: Int64, poll: DuePoll)] {
        let find = try statement(
            """
            SELECT p.subject, p.next_check_at, p.failures, s.code, s.kind, s.scheme, s.issuer,
                   (SELECT e.milestone FROM event AS e WHERE e.subject = p.subject AND e.classifier = ?4
                    ORDER BY e.occurred_at DESC LIMIT 1),
                   (SELECT e.occurred_at FROM event AS e WHERE e.subject = p.subject AND e.classifier = ?4
                    ORDER BY e.occurred_at DESC LIMIT 1),
                   p.accepted_sha256, p.accepted_reading, p.accepted_items, p.accepted_unmapped, p.etag, p.last_modified
            FROM poll AS p JOIN subject AS s ON s.id = p.subject
            WHERE p.carrier = ?1 AND p.next_check_at <= ?2 ORDER BY p.next_check_at LIMIT ?3
            """
        ).bind(
            .integer(carrier), .integer(now.milliseconds), .int(limit),
            .integer(terms.number(EventClassifier.actual.rawValue)))
        typealias Row = (
            id: Int64, due: Int64, failures: Int64, code: String, words: [Int64], last: Int64?, at: Int64?,
            accepted: AcceptedAnswer?
        )
        var rows: [Row] = []
        while try find.step() {
            rows.append(
                (
                    find.integer(0), find.integer(1), find.integer(2), find.text(3),
                    [find.integer(4), find.integer(5), find.integer(6)], find.optionalInteger(7),
                    find.optionalInteger(8), AcceptedAnswer(find, from: 9)
                ))
        }
        return try rows.compactMap { row in
            guard let kind = SubjectKind(rawValue: try word(row.words[0])) else { return nil }
            let issuer = row.words[2] == Terms.none ? nil : try word(row.words[2])
            let subject = Subject(kind, Scheme(rawValue: try word(row.words[1])), row.code, issuer: issuer)
            var poll = DuePoll(
                subject: subject, dueAt: Instant(milliseconds: row.due), failures: Int(row.failures),
                lastMilestone: try row.last.flatMap { Milestone(rawValue: try word($0)) },
                lastMilestoneAt: row.at.map(Instant.init(milliseconds:)))
            poll.accepted = row.accepted
            if kind == .parcel {
                poll.followedContainers = try followedContainers(of: row.id)
                poll.lastMileOf = try owners(ofLastMile: row.id)
            }
            return (row.id, poll)
        }
    }

    func nextDue(_ carrier: Int64) throws -> Instant? {
        let find = try statement("SELECT min(next_check_at) FROM poll WHERE carrier = ? AND next_check_at IS NOT NULL")
            .bind(.integer(carrier))
        defer { find.finish() }
        return try find.step() ? find.optionalInteger(0).map(Instant.init(milliseconds:)) : nil
    }

    func reschedule(_ carrier: Int64, subject: Int64, at next: Instant) throws {
        try statement("UPDATE poll SET next_check_at = ?3 WHERE carrier = ?1 AND subject = ?2")
            .bind(.integer(carrier), .integer(subject), .integer(next.milliseconds)).run()
    }

    func word(_ number: Int64) throws -> String {
        let find = try statement("SELECT text FROM term WHERE id = ?").bind(.integer(number))
        defer { find.finish() }
        return try find.step() ? find.text(0) : ""
    }
}
