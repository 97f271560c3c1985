public import Tracking

/// A number whose turn it is, as the schedule knows it.
public struct DuePoll: Sendable {
    public var subject: Subject
    /// When it should have been asked.
    public var dueAt: Instant
    /// Failures in a row.
    public var failures: Int
    /// The latest actual milestone of the subject's own, and when it was; what it waits for depends on it.
    public var lastMilestone: Milestone?
    public var lastMilestoneAt: Instant?
    /// The last answer about it, where the same again would teach nothing.
    public var accepted: AcceptedAnswer?
    /// Containers that it is claimed to be in, themselves or by a bag, and that some carrier is asked about.
    public var followedContainers: [Subject] = []
    /// The parcels whose last-mile number it is.
    public var lastMileOf: [Subject] = []
}
