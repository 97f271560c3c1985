import Tracking

extension WriteSession {
    /// Takes one claim; returns whether it was new.
    ///
    /// The same claim again from a later message counts only where it may turn a plan into a declaration: a paper that
    /// puts something on a train weighs more after the departure than before it.
    func accept(_ link: ReportedLink, _ acceptance: Acceptance) throws -> Bool {
        let row = try LinkRow(link, self)
        if link.basis == .byHand { return try acceptByHand(row, isDenied: link.isDenied, acceptance) }
        if link.retracted { return try retract(row, acceptance) }
        // What is named is one event: taken back once, it does not come again.
        if let retracted = try retraction(of: row, acceptance), row.isNamed || retracted >= acceptance.receivedAt {
            let known = try knownLink(row, acceptance)
            // Who says the same after it was taken back has said all that this says.
            let isHeld = known.toldAt > .min && known.from == row.from && known.until == row.until
            return try !isHeld && insertPast(row, acceptance)
        }
        if try insert(row, acceptance) { return true }
        let known = try knownLink(row, acceptance)
        let isSame = known.from == row.from && known.until == row.until
        // What was said at the same millisecond is ordered by what it says.
        let isLater =
            known.toldAt < acceptance.receivedAt
            || known.toldAt == acceptance.receivedAt && known.order.lexicographicallyPrecedes(row.order)
        guard isLater else { return try !isSame && insertPast(row, acceptance) }
        if isSame {
            guard link.basis == nil, link.parent.kind == .train else { return try say(row, again: acceptance) }
        }
        try end(row, acceptance)
        return try insert(row, acceptance)
    }

    /// The same claim once more: only that it was told again is kept, so that a still earlier one that comes late loses.
    private func say(_ row: LinkRow, again acceptance: Acceptance) throws -> Bool {
        try statement("UPDATE link SET told_at = ?5 WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4")
            .bind(row.values(source: acceptance.source).prefix(4) + [.integer(acceptance.receivedAt)]).run()
        return false
    }

    func insert(_ row: LinkRow, _ acceptance: Acceptance) throws -> Bool {
        let isNew =
            try statement(
                """
                INSERT INTO link (child, parent, source, basis, from_at, from_offset, until_at, until_offset, message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
            ).bind(row.values(source: acceptance.source) + [.integer(acceptance.message)]).run() == 1
        if isNew, let since = acceptance.since {
            try statement("UPDATE link SET since = ?5 WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4")
                .bind(row.values(source: acceptance.source).prefix(4) + [.integer(since)]).run()
        }
        return isNew
    }

    private func insertPast(_ row: LinkRow, _ acceptance: Acceptance) throws -> Bool {
        let known = try statement(
            """
            SELECT 1 FROM past_link WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4
                AND from_at IS ?5 AND from_offset IS ?6 AND until_at IS ?7 AND until_offset IS ?8 LIMIT 1
            """
        ).bind(row.values(source: acceptance.source))
        let isKnown = try known.step()
        known.finish()
        guard !isKnown else { return false }
        return try statement(
            """
            INSERT INTO past_link (child, parent, source, basis, from_at, from_offset, until_at, until_offset, message,
                                   ended_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9) ON CONFLICT DO NOTHING
            """
        ).bind(row.values(source: acceptance.source) + [.integer(acceptance.message)]).run() == 1
    }

    struct KnownLink {
        var from: LinkRow.Time
        var until: LinkRow.Time
        var toldAt: Int64

        var order: [Int64] { LinkRow.order(from, until) }
    }

    func knownLink(_ row: LinkRow, _ acceptance: Acceptance) throws -> KnownLink {
        let find = try statement(
            """
            SELECT message, from_at, from_offset, until_at, until_offset, told_at FROM link
            WHERE child = ? AND parent = ? AND source = ? AND basis = ?
            """
        ).bind(.integer(row.child), .integer(row.parent), .integer(acceptance.source), .integer(row.basis))
        defer { find.finish() }
        guard try find.step() else {
            return KnownLink(from: row.from, until: row.until, toldAt: .min)
        }
        let message = find.integer(0)
        let toldAt = find.optionalInteger(5)
        return KnownLink(
            from: LinkRow.Time(at: find.optionalInteger(1), offset: find.optionalInteger(2)),
            until: LinkRow.Time(at: find.optionalInteger(3), offset: find.optionalInteger(4)),
            toldAt: try toldAt ?? receivedAt(message))
    }

    func end(_ row: LinkRow, _ acceptance: Acceptance) throws {
        let key: [PreparedStatement.Value] = [
            .integer(row.child), .integer(row.parent), .integer(acceptance.source), .integer(row.basis),
        ]
        try statement(
            """
            INSERT INTO past_link SELECT child, parent, source, basis, from_at, from_offset, until_at, until_offset,
                probability, message, ?5, since FROM link
            WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4 ON CONFLICT DO NOTHING
            """
        ).bind(key + [.integer(acceptance.endingMessage)]).run()
        try statement("DELETE FROM link WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4")
            .bind(key).run()
    }
}
