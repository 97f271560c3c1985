public import Tracking

extension ReadSession {
    /// How fresh the knowledge of a subject's own news is.
    public func asked(about stored: StoredSubject) throws -> Asked {
        Asked(polls: try polls(of: stored), lastMessage: try lastMessage(of: stored))
    }

    private func polls(of stored: StoredSubject) throws -> [Asked.Poll] {
        let find = try statement(
            """
            SELECT t.text, p.next_check_at, p.last_attempt, p.last_success, p.last_change, p.answer, p.failure
            FROM poll AS p JOIN term AS t ON t.id = p.carrier WHERE p.subject = ? ORDER BY t.text
            """
        ).bind(.integer(stored.id))
        var polls: [Asked.Poll] = []
        while try find.step() {
            polls.append(
                Asked.Poll(
                    carrier: find.text(0), nextCheckAt: instant(find, 1), lastAttempt: instant(find, 2),
                    lastSuccess: instant(find, 3), lastChange: instant(find, 4), answer: find.optionalText(5),
                    failure: find.optionalText(6)))
        }
        return polls
    }

    private func lastMessage(of stored: StoredSubject) throws -> Asked.Told? {
        let find = try statement(
            """
            SELECT m.id, m.received_at, t.text FROM message AS m JOIN term AS t ON t.id = m.source
            WHERE m.id = (
                SELECT max(message) FROM (
                    SELECT max(message) AS message FROM event WHERE subject = ?1 AND message <= ?2
                    UNION ALL SELECT max(message) FROM link WHERE child = ?1 AND message <= ?2
                    UNION ALL SELECT max(message) FROM fact WHERE subject = ?1 AND message <= ?2
                    UNION ALL SELECT max(message) FROM alias WHERE (subject = ?1 OR alias = ?1) AND message <= ?2))
                AND m.complete = 1
            """
        ).bind(.integer(stored.id), .integer(knowledge.through?.rawValue ?? .max))
        defer { find.finish() }
        guard try find.step() else { return nil }
        return Asked.Told(
            at: Instant(milliseconds: find.integer(1)), source: find.text(2),
            message: MessageID(rawValue: find.integer(0)))
    }

    private func instant(_ row: PreparedStatement, _ column: Int32) -> Instant? {
        row.optionalInteger(column).map(Instant.init(milliseconds:))
    }
}

extension ReadSession {
    /// When the first message of the archive was received.
    public func firstMessageAt() throws -> Instant? {
        let find = try statement("SELECT received_at FROM message ORDER BY id LIMIT 1").bind()
        defer { find.finish() }
        return try find.step() ? Instant(milliseconds: find.integer(0)) : nil
    }
}
