public import Tracking

/// What reading a message came to.
public struct ReadSummary: Hashable, Sendable {
    /// Something about the message that concerns no item of it: a sheet that was not read.
    public struct Note: Hashable, Sendable {
        /// `sheet "Notes"`, `line 12`.
        public var position: String
        public var problem: RowProblem
    }

    /// Items that the decoder found, whatever became of them.
    public var items: Int
    /// The bytes to keep: redacted, and of a table only the named columns, as CSV in UTF-8.
    public var archive: [UInt8]
    public var notes: [Note]

    public init(items: Int, archive: [UInt8], notes: [Note] = []) {
        self.items = items
        self.archive = archive
        self.notes = notes
    }
}
