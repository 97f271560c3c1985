public import Tracking

/// What was worked out of one child: in what it may have been, or nothing.
public struct InferenceOutcome: Sendable {
    public var child: Subject
    /// The possibilities that are worth keeping; empty where nothing is believed of it (any more).
    public var links: [InferredLink]
    /// By parent, the departure that the link is about, where it is known.
    public var departures: [Subject: Instant]

    public init(child: Subject, links: [InferredLink] = [], departures: [Subject: Instant] = [:]) {
        self.child = child
        self.links = links
        self.departures = departures
    }
}
