/// Where the rows of a table go, one by one: a screen, CSV, a workbook. A long list is never held as a whole.
public protocol TableOutput: AnyObject {
    /// - Throws: `CommandFailure` when nothing more can be written.
    func append(_ cells: [TableCell]) throws

    /// After the last row.
    ///
    /// - Throws: `CommandFailure` when it could not be brought to an end.
    func finish() throws
}
