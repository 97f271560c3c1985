/// Why the database could not be used.
public struct StoreFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// A stable word to count failures by.
    public enum Kind: String, Sendable, CaseIterable {
        case noDatabase = "no-database"
        case notADatabase = "not-a-database"
        case notAllowed = "not-allowed"
        case tooNew = "database-too-new"
        case tooOld = "database-too-old"
        case busy
        case damaged
        case diskFull = "disk-full"
        case inputOutput = "input-output"
        case other
    }

    public var kind: Kind
    /// The database file.
    public var path: String
    public var reason: String
    /// What a person can do next.
    public var remedy: String

    public init(_ kind: Kind, path: String, reason: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    public var description: String { "\(path): \(reason) (\(kind.rawValue))" }
}
