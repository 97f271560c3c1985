import Tracking

/// Where a carrier's own event id lives.
struct SourceEvent {
    var key: EventRow.Place
    var version: EventVersion
    var isLive: Bool
}

extension WriteSession {
    func sourceEvent(_ sourceID: String, subject: Int64, source: Int64) throws -> SourceEvent? {
        let find = try statement(
            """
            SELECT version, received_at, occurred_at, raw_code, place, classifier, live FROM source_event
            WHERE source = ? AND source_id = ? AND subject = ?
            """
        ).bind(.integer(source), .text(sourceID), .integer(subject))
        defer { find.finish() }
        return try find.step() ? read(find, from: 0) : nil
    }

    func sourceEvents(_ sourceID: String, source: Int64) throws -> [(subject: Int64, event: SourceEvent)] {
        let find = try statement(
            """
            SELECT subject, version, received_at, occurred_at, raw_code, place, classifier, live FROM source_event
            WHERE source = ? AND source_id = ?
            """
        ).bind(.integer(source), .text(sourceID))
        defer { find.finish() }
        var found: [(Int64, SourceEvent)] = []
        while try find.step() { found.append((find.integer(0), read(find, from: 1))) }
        return found
    }

    func saveSourceEvent(_ row: EventRow, _ version: EventVersion, _ acceptance: Acceptance) throws {
        try statement(
            """
            INSERT INTO source_event (source, source_id, subject, version, received_at, occurred_at, raw_code, place,
                                      classifier, live)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT DO UPDATE SET version = excluded.version, received_at = excluded.received_at,
                occurred_at = excluded.occurred_at, raw_code = excluded.raw_code, place = excluded.place,
                classifier = excluded.classifier, live = 1
            """
        ).bind(
            .integer(acceptance.source), .text(row.sourceID), .integer(row.subject), .text(version.text),
            .integer(version.receivedAt), .integer(row.key.occurredAt), .integer(row.key.rawCode),
            .integer(row.key.place), .integer(row.key.classifier)
        ).run()
    }

    /// Moves a live event to the past: it was believed until this message.
    func end(_ known: SourceEvent, sourceID: String, subject: Int64, _ acceptance: Acceptance) throws {
        let columns: [PreparedStatement.Value] = [
            .integer(subject), .integer(known.key.occurredAt), .integer(acceptance.source), .text(sourceID),
            .integer(known.key.rawCode), .integer(known.key.place), .integer(known.key.classifier),
        ]
        try statement(
            """
            INSERT INTO past_event SELECT subject, occurred_at, source, source_id, raw_code, place, classifier,
                milestone, utc_offset, zone_basis, precision, country, load, text, message, ?8, since FROM event
            WHERE subject = ?1 AND occurred_at = ?2 AND source = ?3 AND source_id = ?4 AND raw_code = ?5
                AND place = ?6 AND classifier = ?7 ON CONFLICT DO NOTHING
            """
        ).bind(columns + [.integer(acceptance.endingMessage)]).run()
        try statement(
            """
            DELETE FROM event WHERE subject = ?1 AND occurred_at = ?2 AND source = ?3 AND source_id = ?4
                AND raw_code = ?5 AND place = ?6 AND classifier = ?7
            """
        ).bind(columns).run()
    }

    private func read(_ row: PreparedStatement, from column: Int32) -> SourceEvent {
        SourceEvent(
            key: EventRow.Place(
                occurredAt: row.integer(column + 2), rawCode: row.integer(column + 3), place: row.integer(column + 4),
                classifier: row.integer(column + 5)),
            version: EventVersion(text: row.text(column), receivedAt: row.integer(column + 1)),
            isLive: row.integer(column + 6) == 1)
    }
}
