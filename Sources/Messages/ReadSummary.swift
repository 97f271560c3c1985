/// What reading a message came to.
public struct ReadSummary: Hashable, Sendable {
    /// Items that the decoder found, whatever became of them.
    public var items: Int
    /// The bytes to keep: redacted, and of a table only the named columns, as CSV in UTF-8.
    public var archive: [UInt8]

    public init(items: Int, archive: [UInt8]) {
        self.items = items
        self.archive = archive
    }
}
