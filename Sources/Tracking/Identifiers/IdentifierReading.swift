/// One way to read a string as a number: what it would name, in canonical form, and what its check digit says.
public struct IdentifierReading: Hashable, Sendable {
    public var subject: Subject
    public var checkDigit: CheckDigit

    public init(_ subject: Subject, checkDigit: CheckDigit) {
        self.subject = subject
        self.checkDigit = checkDigit
    }
}
