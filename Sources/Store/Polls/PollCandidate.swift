public import Tracking

/// A number that may be asked about now, as the schedule wrote it down when it planned the check.
public struct PollCandidate: Sendable {
    /// What it waits for, in the schedule's own words; empty where nothing was planned yet.
    public var leg: String
    public var beganAt: Instant?
    public var weight: Double
    public var lastAttempt: Instant?
    public var nextCheckAt: Instant
}
