/// Differences that are none: the archive does not hold all that was heard, and some of it cannot be read any more.
extension Correction {
    mutating func isWanted(_ change: Change, _ table: BelievedTable) throws -> Bool {
        let rows = [change.old, change.new].compactMap { $0 }
        // Only what the limits name.
        guard try rows.contains(where: { try book.isAllowed($0.message, order.limits) }) else { return false }
        let key = rows.first?.key ?? []
        if let sources = order.sources, !sources.contains(key[table.source].number) { return false }
        if table == .link, try word(key[3].number) == "inferred" { return false }
        // What cannot be read again stays as it is, and so does what it ended; what is on its way in is for later.
        for row in rows where book.isUntouchable(row.message) { return false }
        if let since = change.old?.bound, book.isUntouchable(since) { return false }
        if change.new != nil, try isEndedByUntouchable(key, table) { return false }
        return try !isExplained(change, key, table)
    }

    /// Whether the key has a row of the past that ended by a message which cannot be judged.
    private func isEndedByUntouchable(
        _ key: [PreparedStatement.Value], _ table: BelievedTable
    ) throws -> Bool {
        guard book.hasUntouchable else { return false }
        for row in try kept.past(table, key) {
            if let by = row.bound, book.isUntouchable(by) { return true }
        }
        return false
    }

    /// Whether an answer explains it that only repeated what was known: it is not kept, but that it told the same again
    /// counts against whatever is older than it.
    private func isExplained(_ change: Change, _ key: [PreparedStatement.Value], _ table: BelievedTable) throws -> Bool
    {
        switch table {
        case .event: return try isToldAgain(event: key, change)
        case .link, .fact:
            guard let old = change.old, let toldAt = old.toldAt else { return false }
            guard try derived.past(table, key).contains(where: { $0.content == old.content }) else { return false }
            guard let new = change.new else {
                return try table == .link && toldAt > derived.retractedAt(link: key)
            }
            return try toldAt >= new.toldAt ?? kept.receivedAt(new.message)
        case .alias: return false
        }
    }

    /// An event of the carrier's own id whose version here is greater than any that was kept.
    private func isToldAgain(event key: [PreparedStatement.Value], _ change: Change) throws -> Bool {
        guard change.old == nil || change.new == nil, case .text(let id) = key[3], !id.isEmpty else { return false }
        let (subject, source) = (key[0].number, key[2].number)
        guard subject < DerivedStore.firstOwnNumber, source < DerivedStore.firstOwnNumber,
            let known = try kept.sourceEvent(id, subject: subject, source: source), known.isLive
        else { return false }
        let place = EventRow.Place(
            occurredAt: known.key.occurredAt, rawCode: known.key.rawCode, place: known.key.place,
            classifier: known.key.classifier)
        let live = [
            key[0], .integer(place.occurredAt), key[2], key[3], .integer(place.rawCode), .integer(place.place),
            .integer(place.classifier),
        ]
        guard try !derived.past(.event, live).isEmpty else { return false }
        let others = [
            try derived.sourceEvent(id, subject: subject, source: source),
            try derived.sourceEvent(id, subject: 0, source: source),
        ]
        return others.compactMap { $0 }.allSatisfy { $0.version < known.version }
    }
}

extension WriteSession {
    /// When a source took back a claim, in UTC milliseconds; never is after everything.
    fileprivate func retractedAt(link key: [PreparedStatement.Value]) throws -> Int64 {
        let find = try statement(
            """
            SELECT received_at FROM link_retraction WHERE child = ? AND parent = ? AND source = ? AND basis = ?
            """
        ).bind(key)
        defer { find.finish() }
        return try find.step() ? find.integer(0) : .max
    }
}
