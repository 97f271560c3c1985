import GRDBSQLite
import Schema

/// SQLite's C interface on our schema, with nothing around it: prepared statements, bound and stepped.
final class BareStore {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    private var database: OpaquePointer?
    private var statements: [OpaquePointer] = []
    private var words: [String: Int64] = [:]

    init(path: String, words: [String] = []) throws {
        guard sqlite3_open(path, &database) == SQLITE_OK else { throw failure() }
        try run(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
            PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -65536; PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 4000;
            """)
        for migration in Schema.migrations { try run(migration.sql) }
        for (index, word) in words.enumerated() {
            try run("INSERT INTO term (id, text) VALUES (\(index + 2), '\(word)')")
            self.words[word] = Int64(index + 2)
        }
        try prepare()
    }

    deinit {
        for statement in statements { sqlite3_finalize(statement) }
        sqlite3_close(database)
    }

    func run(_ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    /// One message of events in one transaction.
    func take(_ rows: ArraySlice<BareRow>, sha256: [UInt8], body: [UInt8], size: Int) throws {
        try run("BEGIN IMMEDIATE")
        let message = try insertMessage(rows.count, sha256: sha256, size: size)
        for row in rows { try insert(row, message) }
        try insertBody(sha256: sha256, body: body, size: size, message)
        try run("COMMIT")
    }

    private func prepare() throws {
        let word = { [words] (text: String) in words[text] ?? 0 }
        let source = word("line-a")
        statements = try [
            """
            INSERT INTO message (channel, source, profile, received_at, sha256, size, items, mapped)
            VALUES ('poll', \(source), \(word("dcsa")), 1700000000000, ?, ?, ?, ?)
            """,
            "INSERT INTO body (sha256, size, bytes) VALUES (?, ?, ?)",
            "UPDATE message SET body = ? WHERE id = ?",
            "INSERT INTO subject (id, code, kind, scheme) VALUES (?, ?, \(word("container")), \(word("iso6346")))",
            """
            INSERT INTO event (subject, occurred_at, source, source_id, raw_code, place, classifier, milestone,
                utc_offset, zone_basis, precision, country, load, text, message)
            VALUES (?, ?, \(source), ?, ?, ?, \(word("actual")), ?, 480, \(word("reported")), \(word("second")),
                \(word("CN")), \(word("laden")), ?, ?)
            """,
            """
            INSERT INTO source_event (source, source_id, subject, version, received_at, occurred_at, raw_code, place,
                classifier, live) VALUES (\(source), ?, ?, ?, 1700000000000, ?, ?, ?, \(word("actual")), 1)
            """,
        ].map(made)
    }

    private func insertMessage(_ count: Int, sha256: [UInt8], size: Int) throws -> Int64 {
        let insert = statements[0]
        bind(insert, 1, sha256)
        sqlite3_bind_int64(insert, 2, Int64(size))
        sqlite3_bind_int64(insert, 3, Int64(count))
        sqlite3_bind_int64(insert, 4, Int64(count))
        try step(insert)
        return sqlite3_last_insert_rowid(database)
    }

    private func insertBody(sha256: [UInt8], body: [UInt8], size: Int, _ message: Int64) throws {
        bind(statements[1], 1, sha256)
        sqlite3_bind_int64(statements[1], 2, Int64(size))
        bind(statements[1], 3, body)
        try step(statements[1])
        sqlite3_bind_int64(statements[2], 1, sqlite3_last_insert_rowid(database))
        sqlite3_bind_int64(statements[2], 2, message)
        try step(statements[2])
    }

    private func insert(_ row: BareRow, _ message: Int64) throws {
        if let code = row.newSubject {
            sqlite3_bind_int64(statements[3], 1, row.subject)
            bind(statements[3], 2, code)
            try step(statements[3])
        }
        let event = statements[4]
        sqlite3_bind_int64(event, 1, row.subject)
        sqlite3_bind_int64(event, 2, row.occurredAt)
        bind(event, 3, row.sourceID)
        sqlite3_bind_int64(event, 4, row.rawCode)
        sqlite3_bind_int64(event, 5, row.place)
        sqlite3_bind_int64(event, 6, row.milestone)
        bind(event, 7, row.text)
        sqlite3_bind_int64(event, 8, message)
        try step(event)
        if row.hasID { try insertID(row) }
    }

    private func insertID(_ row: BareRow) throws {
        let insert = statements[5]
        bind(insert, 1, row.sourceID)
        sqlite3_bind_int64(insert, 2, row.subject)
        bind(insert, 3, row.version)
        sqlite3_bind_int64(insert, 4, row.occurredAt)
        sqlite3_bind_int64(insert, 5, row.rawCode)
        sqlite3_bind_int64(insert, 6, row.place)
        try step(insert)
    }

    private func bind(_ statement: OpaquePointer, _ index: Int32, _ text: BareText) {
        sqlite3_bind_text(statement, index, text.start, text.count, nil)
    }

    private func bind(_ statement: OpaquePointer, _ index: Int32, _ bytes: [UInt8]) {
        let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        _ = bytes.withUnsafeBytes { sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), copy) }
    }

    private func step(_ statement: OpaquePointer) throws {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw failure() }
    }

    private func made(_ sql: String) throws -> OpaquePointer {
        var made: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &made, nil) == SQLITE_OK, let made else { throw failure() }
        return made
    }

    private func failure() -> Failure { Failure(description: String(cString: sqlite3_errmsg(database))) }
}
