/// The rows of one table, one after another, whatever kind of file they stand in.
protocol TableRows {
    /// Cells merged into one, where the file says so.
    var merged: [MergedCells.Area] { get }
    /// Whether a row of fewer or more cells than the header is a mistake of the writer.
    var mayBeRagged: Bool { get }

    /// Fills `line` with the next row; false at the end.
    mutating func next(_ line: inout TableLine) throws(ReadFailure) -> Bool
}
