public import Tracking

/// How fresh an answer about a subject is: who was asked when, and who told last.
public struct Asked: Sendable {
    /// One carrier that is or was asked about the subject.
    public struct Poll: Sendable {
        public var carrier: String
        public var nextCheckAt: Instant?
        public var lastAttempt: Instant?
        public var lastSuccess: Instant?
        public var lastChange: Instant?
        /// `news`, `same`, `nothing` or `failed`; nil when never asked yet.
        public var answer: String?
        public var failure: String?
        /// Why nobody asks any more, where a rule of the schedule says so: `ended`, `never-told` or `unchanged`.
        public var stopped: String?
    }

    /// The last message that told something of the subject.
    public struct Told: Sendable {
        public var at: Instant
        public var source: String
        public var message: MessageID
    }

    public var polls: [Poll]
    public var lastMessage: Told?
}
