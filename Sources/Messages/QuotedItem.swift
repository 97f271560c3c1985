/// An item as it stands in the archived message: a JSON object, an XML element, or a table's row as a JSON object of its
/// cells by canonical column.
public struct QuotedItem: Hashable, Sendable {
    /// Where in the message it stands: `line 12`, `$[3]`.
    public var position: String
    public var text: String
}
