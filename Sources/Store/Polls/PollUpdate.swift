public import Tracking

/// What one attempt to ask a carrier about a number means for the schedule.
public struct PollUpdate: Sendable {
    public enum Outcome: Sendable, Equatable {
        /// A complete answer came; the store finds out whether it was news.
        case answered
        /// The carrier says, or shows byte for byte, that nothing has changed since the answer of this fingerprint.
        case unchanged(since: AcceptedAnswer)
        /// The carrier knows nothing of the number yet.
        case nothing
        /// We could not ask; the stable kind of the failure.
        case failed(String)
        /// The turn was given back unused; only the next check changes.
        case notAsked
    }

    public var carrier: String
    public var subject: Subject
    public var outcome: Outcome
    public var at: Instant
    /// When to ask next, where that differs from what was saved before the request.
    public var nextCheckAt: Instant?
    /// The carrier says that its answer holds until then: whatever else is planned, nobody asks again before.
    public var freshUntil: Instant?
    /// What is to be remembered of an answer that came whole on one page, about this number alone.
    public var offered: AcceptedAnswer?
    /// Plans the next check anew where the answer changes what the number waits for; nil keeps what was saved before.
    public var planner: (any PollPlanner)?
    /// The number as it was before it was asked about.
    public var claimed: DuePoll?

    public init(carrier: String, subject: Subject, outcome: Outcome, at: Instant, nextCheckAt: Instant? = nil) {
        self.carrier = carrier
        self.subject = subject
        self.outcome = outcome
        self.at = at
        self.nextCheckAt = nextCheckAt
    }
}
