/// Why a text cannot be taken as a time, and what would be right.
public struct TimeProblem: Error, Hashable, Sendable {
    /// A stable word to count by: `bad-time`, `bad-zone` or `no-zone`.
    public var kind: String
    /// What is wrong and what would be right, for a person.
    public var reason: String

    public init(kind: String, reason: String) {
        self.kind = kind
        self.reason = reason
    }

    static func badTime(_ reason: String) -> TimeProblem {
        TimeProblem(kind: "bad-time", reason: reason)
    }
}
