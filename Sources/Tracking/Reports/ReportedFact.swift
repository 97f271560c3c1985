/// Something a message states that is no event: weight, value, country, mode, seal.
public struct ReportedFact: Hashable, Sendable {
    public var subject: Subject
    /// For instance `weight_kg`, `country`.
    public var name: String
    public var value: String
    public var unit: String?

    public init(subject: Subject, name: String, value: String, unit: String? = nil) {
        self.subject = subject
        self.name = name
        self.value = value
        self.unit = unit
    }
}
