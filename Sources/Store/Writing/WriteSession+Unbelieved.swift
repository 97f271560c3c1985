import Tracking

/// What stands in the tables from messages that were cut short, which nobody believes until they are brought again.
///
/// When a whole message says the same, it must not count as known: it would be invisible for as long as the other lies
/// about. So the row becomes the whole message's own.
extension WriteSession {
    func hasUnbelieved(besides acceptance: Acceptance) throws -> Bool {
        let find = try statement("SELECT 1 FROM message WHERE complete = 0 AND id <> ? LIMIT 1")
            .bind(.integer(acceptance.message))
        defer { find.finish() }
        return try find.step()
    }

    /// Makes the rows of an item this message's own where they stand from an unbelieved one; returns whether any did.
    func adopt(_ item: ReportedItem, _ acceptance: inout Acceptance) throws -> Bool {
        var isNew = false
        for event in item.events where try adopt(event, acceptance) { isNew = true }
        for link in item.links where try adopt(link, acceptance) {
            isNew = true
            acceptance.links += 1
        }
        for alias in item.aliases where try adopt(alias, acceptance) { isNew = true }
        for (subject, stated) in Statement.gathered(item.facts) where try adopt(stated, of: subject, acceptance) {
            isNew = true
        }
        return isNew
    }

    private func adopt(_ event: ReportedEvent, _ acceptance: Acceptance) throws -> Bool {
        guard !event.retracted else { return false }
        let row = try EventRow(event, subject: subjectID(event.subject), terms: terms)
        return try statement(
            """
            UPDATE event SET message = ?8 WHERE subject = ?1 AND occurred_at = ?2 AND source = ?3 AND source_id = ?4
                AND raw_code = ?5 AND place = ?6 AND classifier = ?7 AND message <> ?8
                AND message IN (SELECT id FROM message WHERE complete = 0)
            """
        ).bind(
            .integer(row.subject), .integer(row.key.occurredAt), .integer(acceptance.source), .text(row.sourceID),
            .integer(row.key.rawCode), .integer(row.key.place), .integer(row.key.classifier),
            .integer(acceptance.message)
        ).run() == 1
    }

    private func adopt(_ link: ReportedLink, _ acceptance: Acceptance) throws -> Bool {
        guard !link.retracted else { return false }
        let row = try LinkRow(link, self)
        return try statement(
            """
            UPDATE link SET message = ?9 WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4
                AND from_at IS ?5 AND from_offset IS ?6 AND until_at IS ?7 AND until_offset IS ?8 AND message <> ?9
                AND message IN (SELECT id FROM message WHERE complete = 0)
            """
        ).bind(row.values(source: acceptance.source) + [.integer(acceptance.message)]).run() == 1
    }

    private func adopt(_ alias: ReportedAlias, _ acceptance: Acceptance) throws -> Bool {
        try statement(
            """
            UPDATE alias SET message = ?5 WHERE subject = ?1 AND alias = ?2 AND role = ?3 AND source = ?4
                AND message <> ?5 AND message IN (SELECT id FROM message WHERE complete = 0)
            """
        ).bind(
            .integer(subjectID(alias.subject)), .integer(subjectID(alias.alias)),
            .integer(terms.number(alias.role.rawValue)), .integer(acceptance.source), .integer(acceptance.message)
        ).run() == 1
    }

    private func adopt(_ stated: Statement, of subject: Subject, _ acceptance: Acceptance) throws -> Bool {
        try statement(
            """
            UPDATE fact SET message = ?5 WHERE subject = ?1 AND form = ?2 AND source = ?3 AND stated = ?4
                AND message <> ?5 AND message IN (SELECT id FROM message WHERE complete = 0)
            """
        ).bind(
            .integer(subjectID(subject)), .integer(terms.number(stated.form)), .integer(acceptance.source),
            .text(stated.values), .integer(acceptance.message)
        ).run() == 1
    }
}
