/// An item of which something could not be taken, as it came, so that a person can mend it.
public struct RejectedItem: Sendable {
    /// Where in the message it stands: `line 12`, `$[3]`.
    public var position: String
    /// Why, each for a person.
    public var reasons: [String]
    /// The header of the table and the cells of the row, with the columns that the profile does not name; nil for what
    /// is no table.
    public var header: [String]?
    public var cells: [String]?
    /// The item as JSON text.
    public var text: [UInt8]
}
