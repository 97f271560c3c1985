import Tracking

/// Aliases and wishes: what a message states besides events, links and facts.
extension WriteSession {
    func accept(_ alias: ReportedAlias, _ acceptance: Acceptance) throws -> Bool {
        let from = LinkRow.Time(alias.from)
        return try statement(
            """
            INSERT INTO alias (subject, alias, role, source, from_at, from_offset, message)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """
        ).bind(
            .integer(subjectID(alias.subject)), .integer(subjectID(alias.alias)),
            .integer(terms.number(alias.role.rawValue)), .integer(acceptance.source), .optional(from.at),
            .optional(from.offset), .integer(acceptance.message)
        ).run() == 1
    }

    /// A person wants a carrier asked about a number, or no longer; the last wish holds.
    func accept(_ watch: ReportedWatch, _ acceptance: Acceptance) throws -> Bool {
        let carrier = try terms.number(watch.carrier)
        let subject = try subjectID(watch.subject)
        if watch.asks {
            return try statement(
                """
                INSERT INTO poll (carrier, subject, watched_by, next_check_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET watched_by = excluded.watched_by, next_check_at = excluded.next_check_at
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
