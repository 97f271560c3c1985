import Tracking

extension WriteSession {
    func save(_ state: CarrierState) throws {
        let carrier = try terms.number(state.carrier)
        try ensureCarrier(carrier)
        try statement(
            """
            UPDATE carrier SET not_before = ?2, blocked_since = ?3, blocked_reason = ?4, failures = ?5,
                last_failure = ?6, last_attempt = ?7, last_success = ?8, quota_day = ?9, quota_used = ?10
            WHERE carrier = ?1
            """
        ).bind(
            .integer(carrier), .optional(state.notBefore?.milliseconds), .optional(state.blockedSince?.milliseconds),
            .optional(state.blockedReason), .int(state.failures), .optional(state.lastFailure),
            .optional(state.lastAttempt?.milliseconds), .optional(state.lastSuccess?.milliseconds),
            .optional(state.quotaDay.map(Int64.init)), .int(state.quotaUsed)
        ).run()
    }

    func carrierState(_ name: String) throws -> CarrierState {
        let find = try statement(CarrierState.query).bind(.integer(terms.number(name)))
        defer { find.finish() }
        return try find.step() ? CarrierState(name, find) : CarrierState(carrier: name)
    }
}

extension CarrierState {
    static let query: StaticString = """
        SELECT not_before, blocked_since, blocked_reason, failures, last_failure, last_attempt, last_success, quota_day,
               quota_used
        FROM carrier WHERE carrier = ?
        """

    init(_ name: String, _ row: PreparedStatement) {
        self.init(carrier: name)
        notBefore = row.optionalInteger(0).map(Instant.init(milliseconds:))
        blockedSince = row.optionalInteger(1).map(Instant.init(milliseconds:))
        blockedReason = row.optionalText(2)
        failures = Int(row.integer(3))
        lastFailure = row.optionalText(4)
        lastAttempt = row.optionalInteger(5).map(Instant.init(milliseconds:))
        lastSuccess = row.optionalInteger(6).map(Instant.init(milliseconds:))
        quotaDay = row.optionalInteger(7).map(Int.init)
        quotaUsed = Int(row.integer(8))
    }
}
