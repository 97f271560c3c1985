public import Tracking

/// What is remembered of a folder that is read by itself.
public struct InboxRecord: Sendable, Hashable {
    /// A file and when it came.
    public struct Arrival: Sendable, Hashable {
        public var at: Instant
        public var name: String
        public var message: MessageID?
    }

    /// A file that could not be used.
    public struct Rejection: Sendable, Hashable {
        public var at: Instant
        public var name: String
        public var reason: String
    }

    /// Absolute, as the settings name it.
    public var folder: String
    public var watchedSince: Instant
    /// The last file that could be used.
    public var lastArrival: Arrival?
    public var lastRejection: Rejection?
    /// What is in the way now.
    public var trouble: String?
}
