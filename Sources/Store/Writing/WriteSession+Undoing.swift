import GRDB
import Tracking

extension WriteSession {
    /// Notes that a message is out of force; what it said is taken back by `withdraw`. Returns whether it was in force.
    func accept(_ undoing: ReportedUndoing, _ acceptance: Acceptance) throws -> Bool {
        guard let old = try messageInForce(undoing.source, undoing.sha256, besides: acceptance.message) else {
            return false
        }
        let new = try undoing.replacement.flatMap {
            try messageInForce(undoing.source, $0, besides: acceptance.message)
        }
        return try statement(
            "INSERT INTO message_end (message, ended_by, replaced_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        ).bind(.integer(old), .integer(acceptance.message), .optional(new)).run() == 1
    }

    /// Ends what the messages said that `by` puts out of force, and lets the others speak where they said the same.
    func withdraw(by: Int64, reading: any ArchiveReading) throws -> [Withdrawal] {
        try archived("SELECT message FROM message_end WHERE ended_by = ?", [.integer(by)])
            .map { try withdraw($0, by: by, reading) }
    }

    private func withdraw(_ old: ArchivedMessage, by: Int64, _ reading: any ArchiveReading) throws -> Withdrawal {
        let new = try old.replacedBy.flatMap { try archived($0) }
        var kept = new.map { _ in SaidKeys() }
        if let new { try read(new, reading) { try kept?.add($0, self) } }
        var taking = try TakingBack(self, old, by: by, kept: kept)
        try read(old, reading) { try taking.take($0) }
        // Where every message came after what it may supersede, the earlier ones have nothing to add.
        let needsAll = try taking.touchesVersions || wasOvertaken(old)
        var others = try self.others(than: old, after: needsAll ? 0 : old.id.rawValue)
        if let earlier = try replaced(by: old) {
            // Without its newer version the older one is in force again.
            try statement("DELETE FROM message_end WHERE message = ?").bind(.integer(earlier.id.rawValue)).run()
            others.append(earlier.id)
            taking.revived(earlier.id)
        }
        // One at a time: their bytes together may be more than fits.
        for id in others.sorted() {
            guard let other = try archived(id) else { continue }
            taking.restored(try restore(other, since: by, reading))
        }
        if let kept {
            taking.lack(taking.parcels.subtracting(kept.parcels).sorted { $0.code < $1.code })
        }
        return taking.withdrawal
    }

    /// What a message says once more, where it is not believed now; nothing of what is.
    private func restore(_ other: ArchivedMessage, since: Int64, _ reading: any ArchiveReading) throws -> Int {
        var acceptance = Acceptance(
            message: other.id.rawValue, receivedAt: other.receivedAt.milliseconds, sha256: other.sha256,
            source: try terms.number(other.source), isPersons: other.channel == .person, since: since,
            hasRetractions: try hasRetractions())
        var count = 0
        try read(other, reading) { item in
            if try accept(item, into: &acceptance) { count += 1 }
        }
        return count
    }

    private func read(
        _ message: ArchivedMessage, _ reading: any ArchiveReading, _ take: (ReportedItem) throws -> Void
    ) throws {
        guard message.body != nil else { return }
        try reading.read(message) { report in
            for item in report.items { try take(item) }
        }
    }

    /// Whether any message of the source has a later number and an earlier time.
    private func wasOvertaken(_ old: ArchivedMessage) throws -> Bool {
        let find = try statement("SELECT 1 FROM message WHERE id > ? AND source = ? AND received_at < ? LIMIT 1")
            .bind(
                .integer(old.id.rawValue), .integer(terms.number(old.source)), .integer(old.receivedAt.milliseconds))
        defer { find.finish() }
        return try find.step()
    }

    /// What else came from the same source, unasked, and is in force.
    ///
    /// - Parameter after: only messages of greater number.
    private func others(than old: ArchivedMessage, after: Int64) throws -> [MessageID] {
        try ids(
            """
            SELECT id FROM message WHERE id > ?1 AND id <> ?3 AND source = ?2 AND channel <> 'poll' AND complete = 1
                AND body IS NOT NULL AND id NOT IN (SELECT message FROM message_end)
            """, [.integer(after), .integer(try terms.number(old.source)), .integer(old.id.rawValue)])
    }

    private func replaced(by message: ArchivedMessage) throws -> ArchivedMessage? {
        try archived("SELECT message FROM message_end WHERE replaced_by = ?", [.integer(message.id.rawValue)]).first
    }

    private func messageInForce(_ source: String, _ sha256: [UInt8], besides: Int64) throws -> Int64? {
        let find = try statement(
            """
            SELECT id FROM message WHERE sha256 = ? AND source = ? AND id <> ? AND complete = 1
                AND id NOT IN (SELECT message FROM message_end) ORDER BY id DESC LIMIT 1
            """
        ).bind(.blob(sha256), .integer(terms.number(source)), .integer(besides))
        defer { find.finish() }
        return try find.step() ? find.integer(0) : nil
    }

    private func archived(_ sql: StaticString, _ values: [PreparedStatement.Value]) throws -> [ArchivedMessage] {
        try ids(sql, values).compactMap { try archived($0) }
    }

    private func ids(_ sql: StaticString, _ values: [PreparedStatement.Value]) throws -> [MessageID] {
        let find = try statement(sql).bind(values)
        var ids: [MessageID] = []
        while try find.step() { ids.append(MessageID(rawValue: find.integer(0))) }
        return ids
    }

    private func archived(_ id: MessageID) throws -> ArchivedMessage? {
        try ArchivedMessage(id, try statement(ArchivedMessage.query), word: word)
    }
}

extension ArchivedMessage {
    static let query: StaticString = """
        SELECT m.channel, m.source, m.profile, m.name, m.received_at, m.sha256, b.size, b.bytes, e.ended_by, e.replaced_by,
               m.asked, b.id
        FROM message AS m LEFT JOIN body AS b ON b.id = m.body LEFT JOIN message_end AS e ON e.message = m.id
        WHERE m.id = ?
        """

    /// - Throws: `DatabaseError` when the archived bytes are damaged.
    init?(_ id: MessageID, _ find: PreparedStatement, word: (Int64) throws -> String) throws {
        guard let packed = try PackedMessage(id, find, word: word) else { return nil }
        self = try packed.unpacked()
    }
}
