public import Tracking

/// A number whose turn it is, as the schedule knows it.
public struct DuePoll: Sendable {
    /// The number's own, among its companions.
    public var number: Int64
    public var subject: Subject
    /// When it should have been asked.
    public var dueAt: Instant
    /// Failures in a row.
    public var failures: Int
    /// The latest actual milestone of the subject's own, and when it was; what it waits for depends on it.
    public var lastMilestone: Milestone?
    public var lastMilestoneAt: Instant?
    /// Where that was.
    public var place: PlaceReference?
    /// The place of the latest thing that happened or is expected: where it is bound, as far as anybody said.
    public var toward: PlaceReference?
    /// When the carrier was bound to it; nil where that was not kept.
    public var boundAt: Instant?
    public var lastAttempt: Instant?
    public var lastSuccess: Instant?
    public var lastChange: Instant?
    /// All that are on the same train and that the same carrier is asked about, itself among them.
    public var companions: [Companion] = []
    /// The last answer about it, where the same again would teach nothing.
    public var accepted: AcceptedAnswer?
    /// Containers that it is claimed to be in, themselves or by a bag, and that some carrier is asked about.
    public var followedContainers: [Subject] = []
    /// The parcels whose last-mile number it is.
    public var lastMileOf: [Subject] = []
}
