public import Tracking

/// The state of the database and of the asking, at a glance.
public struct DatabaseStatus: Sendable {
    public struct Unmapped: Sendable {
        public var source: String
        public var rawCode: String
        public var count: Int
    }

    public struct CarrierQueue: Sendable {
        public var state: CarrierState
        /// Numbers that are asked about.
        public var watched: Int
        /// Of these, how many are due.
        public var due: Int
        public var oldestDue: Instant?
        /// Numbers whose last attempt failed, by the kind of failure.
        public var failing: [String: Int]
    }

    public var messages: Int
    public var lastMessageAt: Instant?
    public var subjects: [String: Int]
    public var events: Int
    public var links: Int
    /// Items over all messages.
    public var accounting: Accounting
    public var unmapped: [Unmapped]
    public var carriers: [CarrierQueue]
    /// Imports that were cut short and wait to be brought again, by file name.
    public var incomplete: [String]
    /// Bytes on disk, without the log.
    public var bytes: Int
}
