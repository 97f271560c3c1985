import Tracking

extension WriteSession {
    func ledger(_ carrier: Int64) throws -> LedgerRecord? {
        let find = try statement("SELECT price, backlog, served, set_at, drawn_day FROM poll_ledger WHERE carrier = ?")
            .bind(.integer(carrier))
        defer { find.finish() }
        guard try find.step() else { return nil }
        return LedgerRecord(
            price: find.real(0), backlog: find.real(1), served: find.real(2),
            setAt: Instant(milliseconds: find.integer(3)), drawnDay: find.optionalInteger(4).map(Int.init))
    }

    func save(_ ledger: LedgerRecord, _ carrier: Int64) throws {
        try statement(
            """
            INSERT INTO poll_ledger (carrier, price, backlog, served, set_at, drawn_day) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET price = excluded.price, backlog = excluded.backlog, served = excluded.served,
                set_at = excluded.set_at, drawn_day = excluded.drawn_day
            """
        ).bind(
            .integer(carrier), .real(ledger.price), .real(ledger.backlog), .real(ledger.served),
            .integer(ledger.setAt.milliseconds), .optional(ledger.drawnDay.map(Int64.init))
        ).run()
    }

    /// How many numbers are due, counted no further than `most`.
    func countDue(_ carrier: Int64, now: Instant, most: Int) throws -> Int {
        let find = try statement(
            """
            SELECT count(*) FROM (SELECT 1 FROM poll WHERE carrier = ?1 AND next_check_at <= ?2 LIMIT ?3)
            """
        ).bind(.integer(carrier), .integer(now.milliseconds), .int(most))
        defer { find.finish() }
        return try find.step() ? Int(find.integer(0)) : 0
    }
}
