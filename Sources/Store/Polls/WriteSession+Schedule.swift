import Tracking

extension WriteSession {
    func ensureCarrier(_ carrier: Int64) throws {
        try statement("INSERT INTO carrier (carrier) VALUES (?) ON CONFLICT DO NOTHING").bind(.integer(carrier)).run()
    }

    /// Binds a carrier to the new numbers of a kind; not to those of an order or of a customer's own, which no carrier
    /// knows.
    func bind(_ carrier: Int64, kind: String, now: Instant) throws -> Int {
        try statement(
            """
            INSERT INTO poll (carrier, subject, next_check_at, bound_at)
            SELECT ?1, s.id, ?3, ?3 FROM subject AS s
            WHERE s.id > (SELECT bound_through FROM carrier WHERE carrier = ?1) AND s.kind = ?2
                AND NOT EXISTS (SELECT 1 FROM alias AS a WHERE a.alias = s.id AND a.role IN (?4, ?5))
            ON CONFLICT DO NOTHING
            """
        ).bind(
            .integer(carrier), .integer(terms.number(kind)), .integer(now.milliseconds),
            .integer(terms.number(AliasRole.order.rawValue)), .integer(terms.number(AliasRole.customer.rawValue))
        ).run()
    }

    /// What makes the code no column lets SQLite walk through the new numbers only, and not through all that begin alike.
    func bind(_ carrier: Int64, pattern: String, now: Instant) throws -> Int {
        try statement(
            """
            INSERT INTO poll (carrier, subject, next_check_at, bound_at)
            SELECT ?1, s.id, ?3, ?3 FROM subject AS s
            WHERE s.id > (SELECT bound_through FROM carrier WHERE carrier = ?1) AND s.code || '' GLOB ?2
            ON CONFLICT DO NOTHING
            """
        ).bind(.integer(carrier), .text(pattern), .integer(now.milliseconds)).run()
    }

    /// Rules that changed have seen no number yet; what they bind a second time stays as it is.
    func forgetOtherRules(_ carrier: Int64, rules: String) throws {
        try statement("UPDATE carrier SET bound_through = 0, bound_rules = ?2 WHERE carrier = ?1 AND bound_rules <> ?2")
            .bind(.integer(carrier), .text(rules)).run()
    }

    /// The rules have seen every number that there is now.
    func rememberBinding(_ carrier: Int64) throws {
        try statement("UPDATE carrier SET bound_through = (SELECT coalesce(max(id), 0) FROM subject) WHERE carrier = ?")
            .bind(.integer(carrier)).run()
    }

    func nextDue(_ carrier: Int64) throws -> Instant? {
        let find = try statement("SELECT min(next_check_at) FROM poll WHERE carrier = ? AND next_check_at IS NOT NULL")
            .bind(.integer(carrier))
        defer { find.finish() }
        return try find.step() ? find.optionalInteger(0).map(Instant.init(milliseconds:)) : nil
    }

    func word(_ number: Int64) throws -> String {
        let find = try statement("SELECT text FROM term WHERE id = ?").bind(.integer(number))
        defer { find.finish() }
        return try find.step() ? find.text(0) : ""
    }
}
