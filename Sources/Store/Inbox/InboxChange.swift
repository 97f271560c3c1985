public import Tracking

/// What happened in a folder that is read by itself.
public enum InboxChange: Sendable, Hashable {
    /// A file came at `at` and could be used.
    case arrived(at: Instant, name: String, message: MessageID?)
    /// A file came at `at` and could not.
    case rejected(at: Instant, name: String, reason: String)
    /// Something is in the way, or (nil) nothing any more.
    case troubled(String?)
}
