public import Tracking

/// A message as it lies in the archive, to be read once more.
public struct ArchivedMessage: Sendable {
    public var id: MessageID
    public var channel: Message.Channel
    public var source: String
    public var profile: String
    /// File name, for people.
    public var name: String?
    /// The numbers that it answers about, where it does not name them itself.
    public var asked: [Subject]
    public var receivedAt: Instant
    /// SHA-256 of the bytes as they came: 32 bytes.
    public var sha256: [UInt8]
    /// The archived bytes, which read to the same report as those that came; nil where none were kept.
    public var body: [UInt8]?
    /// The message by which it is out of force, and the newer version where that replaced it.
    public var endedBy: MessageID?
    public var replacedBy: MessageID?

    /// Whether it is the mark of a replay, which has no bytes and says nothing itself.
    public var isCorrection: Bool { profile == Correction.profile }
}
