/// Why one row of an item could not be taken, or what is doubtful about one that was.
public struct RowProblem: Hashable, Sendable {
    public enum Severity: String, Sendable {
        /// The row was taken; a person may want to know.
        case warning
        /// The row was not taken.
        case rejection
    }

    /// A stable word to count by, for instance `bad-time`, `no-subject`, `bad-number`, `check-digit`.
    public var kind: String
    public var severity: Severity
    /// The column or field, where one is to blame.
    public var column: String?
    /// The value that came, as it came.
    public var value: String?
    /// What is wrong and what would be right, for a person.
    public var reason: String

    public init(
        kind: String, severity: Severity = .rejection, column: String? = nil, value: String? = nil,
        reason: String
    ) {
        self.kind = kind
        self.severity = severity
        self.column = column
        self.value = value
        self.reason = reason
    }
}
