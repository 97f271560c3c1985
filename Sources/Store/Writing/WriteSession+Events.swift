import Tracking

extension WriteSession {
    /// Takes one event; returns whether it was new.
    ///
    /// With an id of the carrier's own, the greatest version is live, and where versions are equal the later receipt.
    /// Without one, an event is what it says: who, when, what, where.
    func accept(_ event: ReportedEvent, _ acceptance: Acceptance) throws -> Bool {
        guard let sourceID = event.sourceID, !sourceID.isEmpty else {
            let subject = try subjectID(event.subject)
            return try insertLive(EventRow(event, subject: subject, terms: terms), acceptance)
        }
        let version = EventVersion(text: event.version ?? "", receivedAt: acceptance.receivedAt)
        if event.retracted { return try retract(sourceID, version, acceptance) }
        let row = try EventRow(event, subject: subjectID(event.subject), terms: terms)
        let known = try sourceEvent(sourceID, subject: row.subject, source: acceptance.source)
        if let tombstone = try sourceEvent(sourceID, subject: 0, source: acceptance.source),
            version <= tombstone.version
        {
            return try insertPast(row, acceptance)
        }
        guard let known else {
            try saveSourceEvent(row, version, acceptance)
            return try insertLive(row, acceptance)
        }
        if known.isLive, known.key == row.key {
            // The same event again. Remembering the later receipt keeps the outcome independent of the order in which
            // messages arrive.
            if version > known.version { try saveSourceEvent(row, version, acceptance) }
            return false
        }
        guard version > known.version else { return try insertPast(row, acceptance) }
        if known.isLive { try end(known, sourceID: sourceID, subject: row.subject, acceptance) }
        try saveSourceEvent(row, version, acceptance)
        return try insertLive(row, acceptance)
    }

    /// The carrier takes back an id: this and every earlier version, whoever it was about.
    private func retract(_ sourceID: String, _ version: EventVersion, _ acceptance: Acceptance) throws -> Bool {
        if let earlier = try sourceEvent(sourceID, subject: 0, source: acceptance.source), version <= earlier.version {
            return false
        }
        for (subject, known) in try sourceEvents(sourceID, source: acceptance.source)
        where subject != 0 && known.isLive && known.version <= version {
            try end(known, sourceID: sourceID, subject: subject, acceptance)
            try statement("UPDATE source_event SET live = 0 WHERE source = ? AND source_id = ? AND subject = ?")
                .bind(.integer(acceptance.source), .text(sourceID), .integer(subject)).run()
        }
        try statement(
            """
            INSERT INTO source_event (source, source_id, subject, version, received_at, live) VALUES (?, ?, 0, ?, ?, 0)
            ON CONFLICT DO UPDATE SET version = excluded.version, received_at = excluded.received_at
            """
        ).bind(.integer(acceptance.source), .text(sourceID), .text(version.text), .integer(version.receivedAt))
            .run()
        return true
    }

    private func insertLive(_ row: EventRow, _ acceptance: Acceptance) throws -> Bool {
        if acceptance.hasRetractions, try isTakenBack(row, acceptance) { return try insertPast(row, acceptance) }
        let insert = try statement(
            """
            INSERT INTO event (subject, occurred_at, source, source_id, raw_code, place, classifier, milestone,
                               utc_offset, zone_basis, precision, country, load, text, message)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        guard try bind(row, to: insert, acceptance).run() == 1 else { return false }
        if let since = acceptance.since { try know(row, since: since, acceptance) }
        return true
    }

    /// Keeps what was already outdated when it came: it was never believed.
    private func insertPast(_ row: EventRow, _ acceptance: Acceptance) throws -> Bool {
        let known = try statement(
            """
            SELECT 1 FROM past_event WHERE subject = ? AND occurred_at = ? AND source = ? AND source_id = ?
            AND raw_code = ? AND place = ? AND classifier = ? LIMIT 1
            """
        ).bind(
            .integer(row.subject), .integer(row.key.occurredAt), .integer(acceptance.source), .text(row.sourceID),
            .integer(row.key.rawCode), .integer(row.key.place), .integer(row.key.classifier))
        let isKnown = try known.step()
        known.finish()
        guard !isKnown else { return false }
        let insert = try statement(
            """
            INSERT INTO past_event (subject, occurred_at, source, source_id, raw_code, place, classifier, milestone,
                                    utc_offset, zone_basis, precision, country, load, text, message, ended_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15) ON CONFLICT DO NOTHING
            """)
        return try bind(row, to: insert, acceptance).run() == 1
    }

    private func bind(
        _ row: EventRow, to statement: PreparedStatement,
        _ acceptance: Acceptance
    ) throws -> PreparedStatement {
        try statement.bind(
            .integer(row.subject), .integer(row.key.occurredAt), .integer(acceptance.source), .text(row.sourceID),
            .integer(row.key.rawCode), .integer(row.key.place), .integer(row.key.classifier), .integer(row.milestone),
            .integer(row.utcOffset), .integer(row.zoneBasis), .integer(row.precision), .integer(row.country),
            .integer(row.load), .optional(row.text), .integer(acceptance.message))
    }
}
