/// Bytes received from a carrier, a file or a person, with when and from whom; already redacted.
public struct Message: Sendable {
    /// How the message reached us.
    public enum Channel: String, Sendable, CaseIterable {
        case poll, file, person
    }

    public var channel: Channel
    /// Who told it: the carrier's name in the settings, the profile of a file, or the name a person gave.
    public var source: String
    /// The profile that reads it.
    public var profile: String
    /// File name, for people.
    public var name: String?
    /// The numbers that were asked about; empty for what came unasked.
    public var asked: [Subject]
    public var receivedAt: Instant
    /// SHA-256 of the bytes as they came, before anything was redacted: 32 bytes.
    public var sha256: [UInt8]
    /// What is archived: the bytes with personal data overwritten and unnamed columns dropped.
    public var body: [UInt8]

    public init(
        channel: Channel, source: String, profile: String, name: String? = nil, asked: [Subject] = [],
        receivedAt: Instant, sha256: [UInt8], body: [UInt8]
    ) {
        self.channel = channel
        self.source = source
        self.profile = profile
        self.name = name
        self.asked = asked
        self.receivedAt = receivedAt
        self.sha256 = sha256
        self.body = body
    }
}
