public import Tracking

/// What became of the statements of a message that was taken back or replaced.
public struct Withdrawal: Sendable {
    public var message: MessageID
    /// Statements that are not believed any more.
    public var events = 0
    public var links = 0
    public var aliases = 0
    public var facts = 0
    /// Statements that other messages made too, or that the message had superseded: believed again.
    public var restored = 0
    /// Parcels that the message named and its newer version does not name; only for a replacement.
    public var lacking: [Subject] = []
    /// The message that was replaced by this one and is in force again.
    public var revived: MessageID?

    public init(message: MessageID) {
        self.message = message
    }

    public var statements: Int { events + links + aliases + facts }
}
