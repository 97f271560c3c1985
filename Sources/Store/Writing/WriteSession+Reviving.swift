import Tracking

/// Rows of the past that are believed again, from a message on: those that nothing in force has ended. A row may have
/// been ended by a message that went out of force long before the one that followed it.
extension WriteSession {
    func end(fact key: [PreparedStatement.Value], toldBy: Int64, by message: Int64) throws -> Bool {
        try statement(
            """
            INSERT INTO past_fact SELECT subject, form, source, stated, message, ?4, since FROM fact
            WHERE subject = ?1 AND form = ?2 AND source = ?3 AND message = ?5 ON CONFLICT DO NOTHING
            """
        ).bind(key + [.integer(message), .integer(toldBy)]).run()
        return try statement("DELETE FROM fact WHERE subject = ?1 AND form = ?2 AND source = ?3 AND message = ?4")
            .bind(key + [.integer(toldBy)]).run() == 1
    }

    /// Forgets that a message told a link again.
    func forgetTold(_ row: LinkRow, source: Int64, at instant: Instant) throws {
        try statement(
            """
            UPDATE link SET told_at = NULL WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4
                AND told_at = ?5
            """
        ).bind(row.values(source: source).prefix(4) + [.integer(instant.milliseconds)]).run()
    }

    func forgetTold(fact key: [PreparedStatement.Value], at instant: Instant) throws {
        try statement(
            "UPDATE fact SET told_at = NULL WHERE subject = ?1 AND form = ?2 AND source = ?3 AND told_at = ?4"
        ).bind(key + [.integer(instant.milliseconds)]).run()
    }

    /// Believes again the reports of an event id that a message had ended; returns how many.
    func reviveEvents(of subject: Int64, sourceID: String, source: Int64, endedBy: Int64, since: Int64) throws -> Int {
        let values: [PreparedStatement.Value] = [
            .integer(subject), .integer(source), .text(sourceID), .integer(endedBy), .integer(since),
        ]
        let count = try statement(
            """
            INSERT INTO event (subject, occurred_at, source, source_id, raw_code, place, classifier, milestone,
                               utc_offset, zone_basis, precision, country, load, text, message, since)
            SELECT subject, occurred_at, source, source_id, raw_code, place, classifier, milestone, utc_offset,
                   zone_basis, precision, country, load, text, message, ?5 FROM past_event AS p
            WHERE subject = ?1 AND source = ?2 AND source_id = ?3 AND ended_by = ?4 AND message <> ended_by
                AND message NOT IN (SELECT message FROM message_end)
            ON CONFLICT DO NOTHING
            """
        ).bind(values).run()
        guard count > 0 else { return 0 }
        try statement(
            """
            INSERT INTO source_event (source, source_id, subject, version, received_at, occurred_at, raw_code, place,
                                      classifier, live)
            SELECT e.source, e.source_id, e.subject, '', m.received_at, e.occurred_at, e.raw_code, e.place,
                   e.classifier, 1
            FROM event AS e JOIN message AS m ON m.id = e.message
            WHERE e.subject = ?1 AND e.source = ?2 AND e.source_id = ?3 AND e.since = ?4
            ON CONFLICT DO NOTHING
            """
        ).bind([values[0], values[1], values[2], values[4]]).run()
        return count
    }

    /// Believes again the link that a message out of force had ended; by hand, whoever had said it. Of several the last.
    func reviveLinks(_ row: LinkRow, source: Int64, since: Int64) throws -> Int {
        try statement(
            """
            INSERT INTO link (child, parent, source, basis, from_at, from_offset, until_at, until_offset, probability,
                              message, since)
            SELECT child, parent, source, basis, from_at, from_offset, until_at, until_offset, probability, message, ?5
            FROM past_link WHERE child = ?1 AND parent = ?2 AND (source = ?3 OR basis = ?6) AND basis = ?4
                AND ended_by IN (SELECT message FROM message_end) AND message <> ended_by
                AND message NOT IN (SELECT message FROM message_end)
            ORDER BY message DESC LIMIT 1 ON CONFLICT DO NOTHING
            """
        ).bind(
            row.values(source: source).prefix(4) + [
                .integer(since), .integer(terms.number(LinkBasis.byHand.rawValue)),
            ]
        ).run()
    }

    func reviveAliases(_ pair: [PreparedStatement.Value], since: Int64) throws -> Int {
        try statement(
            """
            INSERT INTO alias (subject, alias, role, source, from_at, from_offset, message, since, by_hand)
            SELECT subject, alias, role, source, from_at, from_offset, message, ?4, by_hand FROM past_alias
            WHERE subject = ?1 AND alias = ?2 AND role = ?3 AND by_hand IS NOT NULL AND message <> ended_by
                AND ended_by IN (SELECT message FROM message_end)
                AND message NOT IN (SELECT message FROM message_end)
            ORDER BY message DESC LIMIT 1 ON CONFLICT DO NOTHING
            """
        ).bind(pair + [.integer(since)]).run()
    }

    func reviveFact(_ key: [PreparedStatement.Value], since: Int64) throws -> Int {
        try statement(
            """
            INSERT INTO fact (subject, form, source, stated, message, since)
            SELECT subject, form, source, stated, message, ?4 FROM past_fact
            WHERE subject = ?1 AND form = ?2 AND source = ?3 AND message <> ended_by
                AND ended_by IN (SELECT message FROM message_end)
                AND message NOT IN (SELECT message FROM message_end)
            ORDER BY message DESC LIMIT 1 ON CONFLICT DO NOTHING
            """
        ).bind(key + [.integer(since)]).run()
    }
}
