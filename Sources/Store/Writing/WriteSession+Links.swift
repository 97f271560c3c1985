import Tracking

extension WriteSession {
    /// Takes one claim; returns whether it was new.
    ///
    /// The same claim again from a later message counts only where it may turn a plan into a declaration: a paper that
    /// puts something on a train weighs more after the departure than before it.
    func accept(_ link: ReportedLink, _ acceptance: Acceptance) throws -> Bool {
        let row = try LinkRow(link, self)
        if try insert(row, acceptance) { return true }
        let known = try knownLink(row, acceptance)
        guard known.message != acceptance.message else { return false }
        let isLater = try stamp(of: known.message) < acceptance.stamp
        let isSame = known.from == row.from && known.until == row.until
        let weighsMore = link.basis == nil && link.parent.kind == .train
        guard isLater else { return try !isSame && insertPast(row, acceptance) }
        guard !isSame || weighsMore else { return false }
        try end(row, acceptance)
        return try insert(row, acceptance)
    }

    private func insert(_ row: LinkRow, _ acceptance: Acceptance) throws -> Bool {
        try statement("""
            INSERT INTO link (child, parent, source, basis, from_at, from_offset, until_at, until_offset, message)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """).bind(row.values(source: acceptance.source) + [.integer(acceptance.message)]).run() == 1
    }

    private func insertPast(_ row: LinkRow, _ acceptance: Acceptance) throws -> Bool {
        let known = try statement("""
            SELECT 1 FROM past_link WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4
                AND from_at IS ?5 AND from_offset IS ?6 AND until_at IS ?7 AND until_offset IS ?8 LIMIT 1
            """).bind(row.values(source: acceptance.source))
        let isKnown = try known.step()
        known.finish()
        guard !isKnown else { return false }
        return try statement("""
            INSERT INTO past_link (child, parent, source, basis, from_at, from_offset, until_at, until_offset, message,
                                   ended_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9) ON CONFLICT DO NOTHING
            """).bind(row.values(source: acceptance.source) + [.integer(acceptance.message)]).run() == 1
    }

    private func knownLink(_ row: LinkRow, _ acceptance: Acceptance) throws
        -> (message: Int64, from: LinkRow.Time, until: LinkRow.Time) {
        let find = try statement("""
            SELECT message, from_at, from_offset, until_at, until_offset FROM link
            WHERE child = ? AND parent = ? AND source = ? AND basis = ?
            """).bind(.integer(row.child), .integer(row.parent), .integer(acceptance.source), .integer(row.basis))
        defer { find.finish() }
        guard try find.step() else { return (acceptance.message, row.from, row.until) }
        return (
            find.integer(0), LinkRow.Time(at: find.optionalInteger(1), offset: find.optionalInteger(2)),
            LinkRow.Time(at: find.optionalInteger(3), offset: find.optionalInteger(4))
        )
    }

    private func end(_ row: LinkRow, _ acceptance: Acceptance) throws {
        let key: [PreparedStatement.Value] = [
            .integer(row.child), .integer(row.parent), .integer(acceptance.source), .integer(row.basis),
        ]
        try statement("""
            INSERT INTO past_link SELECT child, parent, source, basis, from_at, from_offset, until_at, until_offset,
                probability, message, ?5 FROM link
            WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4 ON CONFLICT DO NOTHING
            """).bind(key + [.integer(acceptance.message)]).run()
        try statement("DELETE FROM link WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4")
            .bind(key).run()
    }
}
