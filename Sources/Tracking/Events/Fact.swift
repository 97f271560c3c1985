/// Something stated that is no event, with its message.
public struct Fact: Hashable, Sendable {
    public var subject: Subject
    public var name: String
    public var value: String
    public var unit: String?
    public var source: String
    public var message: MessageID
    public var recordedAt: Instant

    public init(
        subject: Subject, name: String, value: String, unit: String? = nil, source: String,
        message: MessageID, recordedAt: Instant
    ) {
        self.subject = subject
        self.name = name
        self.value = value
        self.unit = unit
        self.source = source
        self.message = message
        self.recordedAt = recordedAt
    }
}
