/// Another number of the same subject, as a message states it.
public struct ReportedAlias: Hashable, Sendable {
    public var subject: Subject
    public var alias: Subject
    public var role: AliasRole
    public var from: EventTime?
    /// Nil for a paper; by hand, whether a person says so or says that it is not so.
    public var byHand: Bool?

    public init(
        subject: Subject, alias: Subject, role: AliasRole, from: EventTime? = nil, byHand: Bool? = nil
    ) {
        self.subject = subject
        self.alias = alias
        self.role = role
        self.from = from
        self.byHand = byHand
    }
}
