internal import Tracking

/// One repeating element of a message as JSON text, with where it stands.
struct DecodedItem {
    /// `line 12`, `$.events[3]`.
    var position: String
    var text: [UInt8]
    /// JSON text of what encloses the element, where that is not what enclosed the one before.
    var head: [UInt8]?
    /// Bytes of `text` that are the item; behind them stand values of fields without their escapes. Nil: all.
    var length: Int?
    /// The cells of a table's row, or the fields of a JSON item where the profile names some.
    var row: TableRow?
    /// Why the element cannot be read at all; then there is nothing to map.
    var problem: RowProblem?
    /// What was noticed on the way, although it can be read.
    var warnings: [RowProblem] = []
}
