import GRDBSQLite

/// A database looked at through SQLite's C interface.
final class OpenDatabase {
    private var database: OpaquePointer?

    init(path: String) throws {
        guard sqlite3_open(path, &database) == SQLITE_OK else { throw failure() }
    }

    deinit { sqlite3_close(database) }

    func run(_ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    /// The first column of the first row.
    func number(_ sql: String) throws -> Int64 {
        let query = try made(sql)
        defer { sqlite3_finalize(query) }
        guard sqlite3_step(query) == SQLITE_ROW else { throw failure() }
        return sqlite3_column_int64(query, 0)
    }

    /// Every row, its columns as text.
    func rows(_ sql: String) throws -> [[String]] {
        let query = try made(sql)
        defer { sqlite3_finalize(query) }
        var rows: [[String]] = []
        while sqlite3_step(query) == SQLITE_ROW {
            rows.append(
                (0..<sqlite3_column_count(query)).map { column in
                    sqlite3_column_text(query, column).map { String(cString: $0) } ?? ""
                })
        }
        return rows
    }

    private func made(_ sql: String) throws -> OpaquePointer {
        var made: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &made, nil) == SQLITE_OK, let made else { throw failure() }
        return made
    }

    private func failure() -> BareStore.Failure {
        BareStore.Failure(description: String(cString: sqlite3_errmsg(database)))
    }
}
