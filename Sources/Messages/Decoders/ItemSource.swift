/// A decoded message: what stands outside the repeating element, and its items one after another.
protocol ItemSource {
    /// JSON text of everything outside the repeating element, or `{}`.
    var head: [UInt8] { get }
    /// The bytes to keep: those that came, with redacted values overwritten and dropped columns gone.
    /// Complete once `next()` has returned nil.
    var archive: [UInt8] { get }
    /// What concerns no item. Complete once `next()` has returned nil.
    var notes: [SourceNote] { get }

    /// The cells of the table's header as they came; nil for what is no table.
    var originalHeader: [String]? { get }
    /// The cells of the last row as they came, with those that nobody names.
    var originalCells: [String]? { get }

    /// The last item as it stands in the archive, where the text that is mapped is another.
    var originalText: [UInt8]? { get }

    mutating func next() throws -> DecodedItem?

    /// What the file itself calls a column of a table, in the row that was last given.
    func title(of column: Int) -> String?
}

extension ItemSource {
    var notes: [SourceNote] { [] }

    func title(of column: Int) -> String? { nil }
}

extension ItemSource {
    var originalHeader: [String]? { nil }
    var originalCells: [String]? { nil }
    var originalText: [UInt8]? { nil }
}
