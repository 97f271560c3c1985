import Tracking

extension WriteSession {
    func price(_ carrier: Int64) throws -> PriceRecord? {
        let find = try statement("SELECT hours, backlog, served, set_at FROM poll_price WHERE carrier = ?")
            .bind(.integer(carrier))
        defer { find.finish() }
        guard try find.step() else { return nil }
        return PriceRecord(
            hours: find.real(0), backlog: find.real(1), served: find.real(2),
            setAt: Instant(milliseconds: find.integer(3)))
    }

    func save(_ price: PriceRecord, _ carrier: Int64) throws {
        try statement(
            """
            INSERT INTO poll_price (carrier, hours, backlog, served, set_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET hours = excluded.hours, backlog = excluded.backlog, served = excluded.served,
                set_at = excluded.set_at
            """
        ).bind(
            .integer(carrier), .real(price.hours), .real(price.backlog), .real(price.served),
            .integer(price.setAt.milliseconds)
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
