import Tracking

/// Aliases, facts and wishes: what a message states besides events and links.
extension WriteSession {
    func accept(_ alias: ReportedAlias, _ acceptance: Acceptance) throws -> Bool {
        let from = LinkRow.Time(alias.from)
        return try statement("""
            INSERT INTO alias (subject, alias, role, source, from_at, from_offset, message)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """).bind(
                .integer(subjectID(alias.subject)), .integer(subjectID(alias.alias)),
                .integer(terms.number(alias.role.rawValue)), .integer(acceptance.source), .optional(from.at),
                .optional(from.offset), .integer(acceptance.message)
            ).run() == 1
    }

    /// Takes one fact; returns whether it was new. Of one source the latest message holds; what was said at the same
    /// millisecond is ordered by what it says.
    func accept(_ fact: ReportedFact, _ acceptance: Acceptance) throws -> Bool {
        let subject = try subjectID(fact.subject)
        let name = try terms.number(fact.name)
        let unit = try terms.number(fact.unit)
        let values: [PreparedStatement.Value] = [
            .integer(subject), .integer(name), .integer(acceptance.source), .text(fact.value), .integer(unit),
            .integer(acceptance.message),
        ]
        let inserted = try statement("""
            INSERT INTO fact (subject, name, source, value, unit, message) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """).bind(values).run()
        if inserted == 1 { return true }
        let known = try knownFact(subject, name, acceptance)
        let isSame = known.value == fact.value && known.unit == unit
        let isLater = (known.toldAt, known.value, known.unit) < (acceptance.receivedAt, fact.value, unit)
        guard isLater else { return try !isSame && insertPastFact(values) }
        if isSame {
            // Only that it was told again is kept, so that a still earlier value that comes late loses.
            try statement("UPDATE fact SET told_at = ?4 WHERE subject = ?1 AND name = ?2 AND source = ?3")
                .bind(values.prefix(3) + [.integer(acceptance.receivedAt)]).run()
            return false
        }
        try statement("""
            INSERT INTO past_fact SELECT subject, name, source, value, unit, message, ?4 FROM fact
            WHERE subject = ?1 AND name = ?2 AND source = ?3 ON CONFLICT DO NOTHING
            """).bind(values.prefix(3) + [.integer(acceptance.message)]).run()
        try statement("""
            UPDATE fact SET value = ?4, unit = ?5, message = ?6, told_at = NULL WHERE subject = ?1 AND name = ?2 AND source = ?3
            """).bind(values).run()
        return true
    }

    private func knownFact(_ subject: Int64, _ name: Int64, _ acceptance: Acceptance) throws
        -> (value: String, unit: Int64, toldAt: Int64) {
        let find = try statement(
            "SELECT value, unit, message, told_at FROM fact WHERE subject = ? AND name = ? AND source = ?"
        ).bind(.integer(subject), .integer(name), .integer(acceptance.source))
        defer { find.finish() }
        guard try find.step() else { return ("", 0, .min) }
        return (find.text(0), find.integer(1), try find.optionalInteger(3) ?? receivedAt(find.integer(2)))
    }

    private func insertPastFact(_ values: [PreparedStatement.Value]) throws -> Bool {
        let known = try statement("""
            SELECT 1 FROM past_fact WHERE subject = ?1 AND name = ?2 AND source = ?3 AND value = ?4 AND unit = ?5
            LIMIT 1
            """).bind(values.prefix(5) + [])
        let isKnown = try known.step()
        known.finish()
        guard !isKnown else { return false }
        return try statement("""
            INSERT INTO past_fact (subject, name, source, value, unit, message, ended_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6) ON CONFLICT DO NOTHING
            """).bind(values).run() == 1
    }

    /// A person wants a carrier asked about a number, or no longer; the last wish holds.
    func accept(_ watch: ReportedWatch, _ acceptance: Acceptance) throws -> Bool {
        let carrier = try terms.number(watch.carrier)
        let subject = try subjectID(watch.subject)
        if watch.asks {
            return try statement("""
                INSERT INTO poll (carrier, subject, watched_by, next_check_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET watched_by = excluded.watched_by, next_check_at = excluded.next_check_at
                WHERE next_check_at IS NULL
                """).bind(
                    .integer(carrier), .integer(subject), .integer(acceptance.message),
                    .integer(acceptance.receivedAt)
                ).run() == 1
        }
        return try statement("""
            UPDATE poll SET next_check_at = NULL WHERE carrier = ? AND subject = ? AND next_check_at IS NOT NULL
            """).bind(.integer(carrier), .integer(subject)).run() == 1
    }
}
