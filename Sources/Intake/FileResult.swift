public import Store
public import Tracking

/// What became of one imported file.
public struct FileResult: Sendable {
    public var file: String
    public var profile: String
    public var message: MessageID?
    public var accounting: Accounting
    /// Links that were not known before.
    public var links: Int
    /// Rows that were not taken, or taken with a warning: the first hundred, with where they stand.
    public var problems: [Located]
    /// How many there are altogether, by kind.
    public var problemCounts: [String: Int]
    /// What became of the message that this one replaces.
    public var withdrawal: Withdrawal?
    /// Earlier files of which this one looks like a new version that lacks something.
    public var olderVersions: [OlderVersion] = []
    /// Of a rehearsal, the subjects that no message had named before, by kind.
    public var newSubjects: [SubjectKind: Int] = [:]
    /// Of a rehearsal, the first of the new containers, consignments, trains and wagons.
    public var newLargeSubjects: [Subject] = []

    /// A problem and where it stands in the file.
    public struct Located: Sendable {
        public var position: String
        public var problem: RowProblem
    }
}
