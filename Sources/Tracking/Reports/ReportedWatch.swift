/// A person's wish that a carrier be asked about a number, or no longer.
public struct ReportedWatch: Hashable, Sendable {
    public var subject: Subject
    public var carrier: String
    public var asks: Bool

    public init(subject: Subject, carrier: String, asks: Bool) {
        self.subject = subject
        self.carrier = carrier
        self.asks = asks
    }
}
