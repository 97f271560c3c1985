import Tracking

extension WriteSession {
    func save(_ state: CarrierState) throws {
        let carrier = try terms.number(state.carrier)
        try ensureCarrier(carrier)
        try statement(
            """
            UPDATE carrier SET not_before = ?2, blocked_since = ?3, blocked_reason = ?4, failures = ?5,
                last_failure = ?6, last_attempt = ?7, last_success = ?8, quota_day = ?9, quota_used = ?10,
                bucket_level = ?11, bucket_at = ?12, rate_share = ?13, slowed_at = ?14, halved_at = ?15,
                recent = ?16, trips = ?17, probes_answered = ?18, retry_hour = ?19, hour_requests = ?20,
                hour_retries = ?21, failed_batches = ?22
            WHERE carrier = ?1
            """
        ).bind([.integer(carrier)] + state.values).run()
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
               quota_used, bucket_level, bucket_at, rate_share, slowed_at, halved_at, recent, trips, probes_answered,
               retry_hour, hour_requests, hour_retries, failed_batches
        FROM carrier WHERE carrier = ?
        """

    /// In the order of `query`.
    fileprivate var values: [PreparedStatement.Value] {
        [
            .optional(notBefore?.milliseconds), .optional(blockedSince?.milliseconds), .optional(blockedReason),
            .int(failures), .optional(lastFailure), .optional(lastAttempt?.milliseconds),
            .optional(lastSuccess?.milliseconds), .optional(quotaDay.map(Int64.init)), .int(quotaUsed),
            .real(bucketLevel), .optional(bucketAt?.milliseconds), .real(rateShare),
            .optional(slowedAt?.milliseconds), .optional(halvedAt?.milliseconds), .integer(recent), .int(trips),
            .int(probesAnswered), .optional(retryHour.map(Int64.init)), .int(hourRequests), .int(hourRetries),
            .text(failedBatches.map { String($0, radix: 16) }.joined(separator: " ")),
        ]
    }

    init(_ name: String, _ row: PreparedStatement) {
        self.init(carrier: name)
        func instant(_ column: Int32) -> Instant? { row.optionalInteger(column).map(Instant.init(milliseconds:)) }
        notBefore = instant(0)
        blockedSince = instant(1)
        blockedReason = row.optionalText(2)
        failures = Int(row.integer(3))
        lastFailure = row.optionalText(4)
        lastAttempt = instant(5)
        lastSuccess = instant(6)
        quotaDay = row.optionalInteger(7).map(Int.init)
        quotaUsed = Int(row.integer(8))
        bucketLevel = row.real(9)
        bucketAt = instant(10)
        rateShare = row.real(11)
        slowedAt = instant(12)
        halvedAt = instant(13)
        recent = row.integer(14)
        trips = Int(row.integer(15))
        probesAnswered = Int(row.integer(16))
        retryHour = row.optionalInteger(17).map(Int.init)
        hourRequests = Int(row.integer(18))
        hourRetries = Int(row.integer(19))
        failedBatches = row.text(20).split(separator: " ").compactMap { UInt64($0, radix: 16) }
    }
}
