public import Tracking

/// By which rules links were worked out, when, and from how much.
public struct InferenceBasis: Sendable {
    /// Names the rules and their parameters.
    public var model: String
    /// The last message that was known.
    public var message: MessageID
    public var now: Instant

    public init(model: String, message: MessageID, now: Instant) {
        self.model = model
        self.message = message
        self.now = now
    }
}
