/// Another number of the same subject, with a role, from a time, by a message.
public struct Alias: Hashable, Sendable {
    public var subject: Subject
    public var alias: Subject
    public var role: AliasRole
    public var from: EventTime?
    public var source: String
    public var message: MessageID
    public var recordedAt: Instant

    public init(
        subject: Subject, alias: Subject, role: AliasRole, from: EventTime? = nil, source: String,
        message: MessageID, recordedAt: Instant
    ) {
        self.subject = subject
        self.alias = alias
        self.role = role
        self.from = from
        self.source = source
        self.message = message
        self.recordedAt = recordedAt
    }
}
