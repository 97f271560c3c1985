public import Tracking

/// What must outlive a restart so that no carrier is asked against its word.
public struct CarrierState: Sendable, Equatable {
    public var carrier: String
    /// The carrier may not be asked before.
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

    public init(carrier: String) {
        self.carrier = carrier
        failures = 0
        quotaUsed = 0
    }
}
