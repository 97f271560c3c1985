import Tracking

/// What a person takes back, and what stands against its coming again.
extension WriteSession {
    func hasRetractions() throws -> Bool {
        let find = try statement("SELECT 1 FROM retraction LIMIT 1").bind()
        defer { find.finish() }
        return try find.step()
    }

    /// Takes a retraction; returns whether it was new. It holds against the very same event from anybody at any time,
    /// but not against what a person records later, nor against a corrected version.
    func accept(_ retraction: ReportedRetraction, _ acceptance: Acceptance) throws -> Bool {
        let key = try eventKey(retraction.key)
        let isNew =
            try statement(
                """
                INSERT INTO retraction (subject, occurred_at, source, source_id, raw_code, place, classifier, message,
                                        received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET message = excluded.message, received_at = excluded.received_at
                    WHERE excluded.received_at > retraction.received_at
                """
            ).bind(key + [.integer(acceptance.message), .integer(acceptance.receivedAt)]).run() == 1
        guard try !wasRecordedLater(key, acceptance) else { return isNew }
        return try end(event: key, toldBy: nil, by: acceptance.message) || isNew
    }

    /// Whether a person took this very event back, and nobody recorded it since.
    func isTakenBack(_ row: EventRow, _ acceptance: Acceptance) throws -> Bool {
        let find = try statement(
            """
            SELECT received_at FROM retraction WHERE subject = ? AND occurred_at = ? AND source = ? AND source_id = ?
                AND raw_code = ? AND place = ? AND classifier = ?
            """
        ).bind(values(of: row, source: acceptance.source))
        defer { find.finish() }
        guard try find.step() else { return false }
        return !(acceptance.isPersons && acceptance.receivedAt > find.integer(0))
    }

    /// Marks a row as known again from a message on.
    func know(_ row: EventRow, since: Int64, _ acceptance: Acceptance) throws {
        try statement(
            """
            UPDATE event SET since = ?8 WHERE subject = ?1 AND occurred_at = ?2 AND source = ?3 AND source_id = ?4
                AND raw_code = ?5 AND place = ?6 AND classifier = ?7
            """
        ).bind(values(of: row, source: acceptance.source) + [.integer(since)]).run()
    }

    /// Moves a live event to the past; returns whether there was one.
    ///
    /// - Parameter toldBy: only if this message told it.
    func end(event key: [PreparedStatement.Value], toldBy: Int64?, by message: Int64) throws -> Bool {
        let all = key + [.integer(message), .optional(toldBy)]
        try statement(
            """
            INSERT INTO past_event SELECT subject, occurred_at, source, source_id, raw_code, place, classifier,
                milestone, utc_offset, zone_basis, precision, country, load, text, message, ?8, since FROM event
            WHERE subject = ?1 AND occurred_at = ?2 AND source = ?3 AND source_id = ?4 AND raw_code = ?5
                AND place = ?6 AND classifier = ?7 AND (?9 IS NULL OR message = ?9) ON CONFLICT DO NOTHING
            """
        ).bind(all).run()
        return try statement(
            """
            DELETE FROM event WHERE subject = ?1 AND occurred_at = ?2 AND source = ?3 AND source_id = ?4
                AND raw_code = ?5 AND place = ?6 AND classifier = ?7 AND (?8 IS NULL OR message = ?8)
            """
        ).bind(key + [.optional(toldBy)]).run() == 1
    }

    func values(of row: EventRow, source: Int64) -> [PreparedStatement.Value] {
        [
            .integer(row.subject), .integer(row.key.occurredAt), .integer(source), .text(row.sourceID),
            .integer(row.key.rawCode), .integer(row.key.place), .integer(row.key.classifier),
        ]
    }

    private func eventKey(_ key: EventKey) throws -> [PreparedStatement.Value] {
        [
            .integer(try subjectID(key.subject)), .integer(key.occurredAt.milliseconds),
            .integer(try terms.number(key.source)), .text(key.sourceID), .integer(try terms.number(key.rawCode)),
            .integer(try terms.number(key.place?.text)), .integer(try terms.number(key.classifier.rawValue)),
        ]
    }

    private func wasRecordedLater(_ key: [PreparedStatement.Value], _ acceptance: Acceptance) throws -> Bool {
        let find = try statement(
            """
            SELECT 1 FROM event AS e JOIN message AS m ON m.id = e.message
            WHERE e.subject = ?1 AND e.occurred_at = ?2 AND e.source = ?3 AND e.source_id = ?4 AND e.raw_code = ?5
                AND e.place = ?6 AND e.classifier = ?7 AND m.channel = 'person' AND m.received_at > ?8
            """
        ).bind(key + [.integer(acceptance.receivedAt)])
        defer { find.finish() }
        return try find.step()
    }
}
