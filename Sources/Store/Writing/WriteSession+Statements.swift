import Tracking

/// Aliases and wishes: what a message states besides events, links and facts.
extension WriteSession {
    func accept(_ alias: ReportedAlias, _ acceptance: Acceptance) throws -> Bool {
        if alias.byHand != nil { return try acceptByHand(alias, acceptance) }
        let from = LinkRow.Time(alias.from)
        let key: [PreparedStatement.Value] = [
            .integer(try subjectID(alias.subject)), .integer(try subjectID(alias.alias)),
            .integer(try terms.number(alias.role.rawValue)), .integer(acceptance.source),
        ]
        let isNew =
            try statement(
                """
                INSERT INTO alias (subject, alias, role, source, from_at, from_offset, message)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
            ).bind(key + [.optional(from.at), .optional(from.offset), .integer(acceptance.message)]).run() == 1
        if isNew, let since = acceptance.since {
            try statement("UPDATE alias SET since = ?5 WHERE subject = ?1 AND alias = ?2 AND role = ?3 AND source = ?4")
                .bind(key + [.integer(since)]).run()
        }
        return isNew
    }

    /// A person wants a carrier asked about a number, or no longer; the last wish holds.
    func accept(_ watch: ReportedWatch, _ acceptance: Acceptance) throws -> Bool {
        let carrier = try terms.number(watch.carrier)
        let subject = try subjectID(watch.subject)
        if watch.asks {
            return try statement(
                """
                INSERT INTO poll (carrier, subject, watched_by, next_check_at, bound_at) VALUES (?1, ?2, ?3, ?4, ?4)
                ON CONFLICT DO UPDATE SET watched_by = excluded.watched_by, next_check_at = excluded.next_check_at,
                    bound_at = excluded.bound_at, stopped = NULL
                WHERE next_check_at IS NULL
                """
            ).bind(
                .integer(carrier), .integer(subject), .integer(acceptance.message),
                .integer(acceptance.receivedAt)
            ).run() == 1
        }
        return try statement(
            """
            UPDATE poll SET next_check_at = NULL WHERE carrier = ? AND subject = ? AND next_check_at IS NOT NULL
            """
        ).bind(.integer(carrier), .integer(subject)).run() == 1
    }
}
