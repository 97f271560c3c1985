/// Why a text cannot be taken as a number, and what would be right.
public struct IdentifierProblem: Error, Hashable, Sendable {
    /// A stable word to count by: `no-number`, `bad-number`, `bad-issuer`, `unknown-scheme` or `wrong-kind`.
    public var kind: String
    /// What is wrong and what would be right, for a person.
    public var reason: String

    public init(kind: String, reason: String) {
        self.kind = kind
        self.reason = reason
    }

    static func badNumber(_ reason: String) -> IdentifierProblem {
        IdentifierProblem(kind: "bad-number", reason: reason)
    }
}
