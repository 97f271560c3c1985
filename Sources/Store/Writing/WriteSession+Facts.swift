import Tracking

extension WriteSession {
    /// Takes the facts of an item; returns whether any was new. Of one source the latest message holds; what was said at
    /// the same millisecond is ordered by what it says.
    func accept(_ facts: [ReportedFact], _ acceptance: Acceptance) throws -> Bool {
        var isNew = false
        for (subject, statement) in Statement.gathered(facts) {
            if try accept(statement, of: subject, acceptance) { isNew = true }
        }
        return isNew
    }

    private func accept(_ stated: Statement, of subject: Subject, _ acceptance: Acceptance) throws -> Bool {
        let subject = try subjectID(subject)
        let values: [PreparedStatement.Value] = [
            .integer(subject), .integer(try terms.number(stated.form)), .integer(acceptance.source),
            .text(stated.values), .integer(acceptance.message),
        ]
        let inserted = try statement(
            """
            INSERT INTO fact (subject, form, source, stated, message) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """
        ).bind(values).run()
        if inserted == 1 {
            if let since = acceptance.since {
                try statement("UPDATE fact SET since = ?4 WHERE subject = ?1 AND form = ?2 AND source = ?3")
                    .bind(values.prefix(3) + [.integer(since)]).run()
            }
            return true
        }
        let known = try knownFact(values.prefix(3))
        let isSame = known.values == stated.values
        let isLater = (known.toldAt, known.values) < (acceptance.receivedAt, stated.values)
        guard isLater else { return try !isSame && insertPastFact(values) }
        if isSame {
            // Only that it was told again is kept, so that a still earlier value that comes late loses.
            try statement("UPDATE fact SET told_at = ?4 WHERE subject = ?1 AND form = ?2 AND source = ?3")
                .bind(values.prefix(3) + [.integer(acceptance.receivedAt)]).run()
            return false
        }
        try statement(
            """
            INSERT INTO past_fact SELECT subject, form, source, stated, message, ?4, since FROM fact
            WHERE subject = ?1 AND form = ?2 AND source = ?3 ON CONFLICT DO NOTHING
            """
        ).bind(values.prefix(3) + [.integer(acceptance.endingMessage)]).run()
        try statement(
            """
            UPDATE fact SET stated = ?4, message = ?5, told_at = NULL, since = ?6 WHERE subject = ?1 AND form = ?2 AND source = ?3
            """
        ).bind(values + [.optional(acceptance.since)]).run()
        return true
    }

    private func knownFact(_ key: ArraySlice<PreparedStatement.Value>) throws -> (values: String, toldAt: Int64) {
        let find = try statement(
            """
            SELECT stated, message, told_at FROM fact WHERE subject = ? AND form = ? AND source = ?
            """
        ).bind(Array(key))
        defer { find.finish() }
        guard try find.step() else { return ("", .min) }
        return (find.text(0), try find.optionalInteger(2) ?? receivedAt(find.integer(1)))
    }

    private func insertPastFact(_ values: [PreparedStatement.Value]) throws -> Bool {
        let known = try statement(
            """
            SELECT 1 FROM past_fact WHERE subject = ?1 AND form = ?2 AND source = ?3 AND stated = ?4 LIMIT 1
            """
        ).bind(Array(values.prefix(4)))
        let isKnown = try known.step()
        known.finish()
        guard !isKnown else { return false }
        return try statement(
            """
            INSERT INTO past_fact (subject, form, source, stated, message, ended_by) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
            ON CONFLICT DO NOTHING
            """
        ).bind(values).run() == 1
    }
}
