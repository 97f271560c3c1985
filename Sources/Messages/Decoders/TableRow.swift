/// Where the values of a row stand in the JSON text of its item.
struct TableRow {
    /// By canonical column, the text between the quotes; nil where the cell is empty or the table has no such column.
    var ranges: [Range<Int>?]
    /// A bit for each column that has a value.
    var filled: UInt64 = 0
}
