public import Tracking

extension ReadSession {
    /// How fresh the knowledge of a subject's own news is.
    public func asked(about stored: StoredSubject) throws -> Asked {
        Asked(polls: try polls(of: stored), lastMessage: try lastMessage(of: stored))
    }

    private func polls(of stored: StoredSubject) throws -> [Asked.Poll] {
        let find = try statement(
            """
            SELECT t.text, p.next_check_at, p.last_attempt, p.last_success, p.last_change, p.answer, p.failure,
                   p.stopped
            FROM poll AS p JOIN term AS t ON t.id = p.carrier WHERE p.subject = ? ORDER BY t.text
            """
        ).bind(.integer(stored.id))
        var polls: [Asked.Poll] = []
        while try find.step() {
            polls.append(
                Asked.Poll(
                    carrier: find.text(0), nextCheckAt: instant(find, 1), lastAttempt: instant(find, 2),
                    lastSuccess: instant(find, 3), lastChange: instant(find, 4), answer: find.optionalText(5),
                    failure: find.optionalText(6), stopped: find.optionalText(7)))
        }
        return polls
    }

    /// Whether any message that is believed says something of it, be it only what it carries.
    public func isToldOf(_ stored: StoredSubject) throws -> Bool { try lastMessage(of: stored) != nil }

    /// The last message that says something of the subject itself; of one that is only named as what carries others, the
    /// last that says so.
    private func lastMessage(of stored: StoredSubject) throws -> Asked.Told? {
        if let told = try knowledge.isSimple ? ownMessage(of: stored) : pastMessage(of: stored) { return told }
        return try carryingMessage(of: stored)
    }

    private func carryingMessage(of stored: StoredSubject) throws -> Asked.Told? {
        var last: Int64?
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                if believes(rows, message: 0, endedBy: 1, since: 2) { last = max(last ?? 0, rows.integer(0)) }
            }
        }
        try read(statement("SELECT message, NULL, since FROM link WHERE parent = ?").bind(.integer(stored.id)))
        if !knowledge.isSimple {
            try read(
                statement("SELECT message, ended_by, since FROM past_link WHERE parent = ?").bind(.integer(stored.id)))
        }
        return try last.flatMap { try told(by: $0) }
    }

    private func ownMessage(of stored: StoredSubject) throws -> Asked.Told? {
        let find = try statement(
            """
            SELECT m.id, m.received_at, t.text FROM message AS m JOIN term AS t ON t.id = m.source
            WHERE m.id = (
                SELECT max(message) FROM (
                    SELECT max(message) AS message FROM event WHERE subject = ?1 
                    UNION ALL SELECT max(message) FROM link WHERE child = ?1
                    UNION ALL SELECT max(message) FROM fact WHERE subject = ?1
                    UNION ALL SELECT max(message) FROM alias WHERE subject = ?1 OR alias = ?1))
                AND m.complete = 1
            """
        ).bind(.integer(stored.id))
        return try told(find)
    }

    /// The same at another moment of knowledge, where rows of the past count too.
    private func pastMessage(of stored: StoredSubject) throws -> Asked.Told? {
        let rows = try statement(
            """
            SELECT message, NULL, since FROM event WHERE subject = ?1
            UNION ALL SELECT message, ended_by, since FROM past_event WHERE subject = ?1
            UNION ALL SELECT message, NULL, since FROM link WHERE child = ?1
            UNION ALL SELECT message, ended_by, since FROM past_link WHERE child = ?1
            UNION ALL SELECT message, NULL, since FROM fact WHERE subject = ?1
            UNION ALL SELECT message, ended_by, since FROM past_fact WHERE subject = ?1
            UNION ALL SELECT message, NULL, since FROM alias WHERE subject = ?1 OR alias = ?1
            UNION ALL SELECT message, ended_by, since FROM past_alias WHERE subject = ?1 OR alias = ?1
            """
        ).bind(.integer(stored.id))
        var last: Int64?
        while try rows.step() {
            if believes(rows, message: 0, endedBy: 1, since: 2) { last = max(last ?? 0, rows.integer(0)) }
        }
        return try last.flatMap { try told(by: $0) }
    }

    private func told(by message: Int64) throws -> Asked.Told? {
        try told(
            statement(
                """
                SELECT m.id, m.received_at, t.text FROM message AS m JOIN term AS t ON t.id = m.source
                WHERE m.id = ? AND m.complete = 1
                """
            ).bind(.integer(message)))
    }

    private func told(_ find: PreparedStatement) throws -> Asked.Told? {
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
    /// Whether any message that had come by this session's moment of knowledge names the subject, be it only as what
    /// carries another; what was said of it may have been taken back.
    public func isNamed(_ stored: StoredSubject) throws -> Bool {
        guard let through = knowledge.through else { return true }
        let find = try statement(
            """
            SELECT EXISTS (SELECT 1 FROM event WHERE subject = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM link WHERE child = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM link WHERE parent = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM fact WHERE subject = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM alias WHERE subject = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM alias WHERE alias = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM past_event WHERE subject = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM past_link WHERE child = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM past_link WHERE parent = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM past_fact WHERE subject = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM past_alias WHERE subject = ?1 AND message <= ?2)
                OR EXISTS (SELECT 1 FROM past_alias WHERE alias = ?1 AND message <= ?2)
            """
        ).bind(.integer(stored.id), .integer(through.rawValue))
        defer { find.finish() }
        return try find.step() && find.integer(0) == 1
    }

    /// When the first message of the archive was received.
    public func firstMessageAt() throws -> Instant? {
        let find = try statement("SELECT received_at FROM message ORDER BY id LIMIT 1").bind()
        defer { find.finish() }
        return try find.step() ? Instant(milliseconds: find.integer(0)) : nil
    }
}
