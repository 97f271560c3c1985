import Tracking

extension WriteSession {
    /// A source takes back a claim of its own; returns whether that was new.
    ///
    /// What it said up to the receipt of this message is over, what it says later holds.
    func retract(_ row: LinkRow, _ acceptance: Acceptance) throws -> Bool {
        if let earlier = try retraction(of: row, acceptance), row.isNamed || earlier >= acceptance.receivedAt {
            return false
        }
        let known = try knownLink(row, acceptance)
        if known.toldAt > .min, row.isNamed || known.toldAt <= acceptance.receivedAt { try end(row, acceptance) }
        try statement(
            """
            INSERT INTO link_retraction (child, parent, source, basis, received_at, message) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET received_at = excluded.received_at, message = excluded.message
            """
        ).bind(key(row, acceptance) + [.integer(acceptance.receivedAt), .integer(acceptance.message)]).run()
        hasLinkRetractions = true
        return true
    }

    /// When the source last took back this claim, in UTC milliseconds; nil if it never did.
    func retraction(of row: LinkRow, _ acceptance: Acceptance) throws -> Int64? {
        guard try hasAnyLinkRetraction() else { return nil }
        let find = try statement(
            """
            SELECT received_at FROM link_retraction WHERE child = ? AND parent = ? AND source = ? AND basis = ?
            """
        ).bind(key(row, acceptance))
        defer { find.finish() }
        return try find.step() ? find.integer(0) : nil
    }

    /// A message that took a claim back is itself taken back.
    func forgetRetraction(of row: LinkRow, source: Int64, by message: Int64) throws {
        try statement(
            """
            DELETE FROM link_retraction WHERE child = ? AND parent = ? AND source = ? AND basis = ? AND message = ?
            """
        ).bind(row.values(source: source).prefix(4) + [.integer(message)]).run()
    }

    private func hasAnyLinkRetraction() throws -> Bool {
        if let hasLinkRetractions { return hasLinkRetractions }
        let find = try statement("SELECT 1 FROM link_retraction LIMIT 1").bind()
        defer { find.finish() }
        let found = try find.step()
        hasLinkRetractions = found
        return found
    }

    private func key(_ row: LinkRow, _ acceptance: Acceptance) -> [PreparedStatement.Value] {
        [.integer(row.child), .integer(row.parent), .integer(acceptance.source), .integer(row.basis)]
    }
}
