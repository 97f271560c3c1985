public import Tracking

/// A subject with its number in the database.
public struct StoredSubject: Hashable, Sendable {
    public var id: Int64
    public var subject: Subject
}
