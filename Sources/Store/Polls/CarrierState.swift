public import Tracking

/// What must outlive a restart so that no carrier is asked against its word.
public struct CarrierState: Sendable, Equatable {
    public var carrier: String
    /// The carrier may not be asked before, whatever the reason.
    public var notBefore: Instant?
    public var blockedSince: Instant?
    public var blockedReason: String?
    /// Failures in a row, over all numbers.
    public var failures: Int
    public var lastFailure: String?
    public var lastAttempt: Instant?
    public var lastSuccess: Instant?
    /// Days since 1970 in UTC that `quotaUsed` counts for.
    public var quotaDay: Int?
    public var quotaUsed: Int

    /// Requests that its rate had not worked off at `bucketAt`.
    public var bucketLevel = 0.0
    public var bucketAt: Instant?
    /// The share of the settings' rate that it was asked at when it last said "too much", above 0 up to 1.
    public var rateShare = 1.0
    /// When it last said "too much", and when the rate was last halved for it.
    public var slowedAt: Instant?
    public var halvedAt: Instant?

    /// How the last requests ended: below a leading 1, a bit for each, the latest last, 1 for a failure.
    public var recent: Int64 = 1
    /// How often it was given a rest since it last worked; 0 while it works. Else it is asked about one number at a time.
    public var trips = 0
    /// Of such questions, how many were answered in a row.
    public var probesAnswered = 0

    /// Hours since 1970 that the requests, and the questions asked again before their turn, are counted in.
    public var retryHour: Int?
    public var hourRequests = 0
    public var hourRetries = 0
    /// Hashes of batches that it could not answer as they were, the latest last.
    public var failedBatches: [UInt64] = []

    public init(carrier: String) {
        self.carrier = carrier
        failures = 0
        quotaUsed = 0
    }
}
