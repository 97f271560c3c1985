internal import GRDBSQLite

/// The row at which a running SELECT stands.
struct MappedRow {
    let handle: OpaquePointer

    /// Nil for NULL, for an empty text, and for a column the SELECT does not have.
    func text(_ column: Int32) -> String? {
        guard column >= 0, let bytes = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        guard count > 0 else { return nil }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
}
