import GRDB
import GRDBSQLite

/// A statement that is prepared once and bound again and again, without the boxing that a general row interface needs.
///
/// It belongs to the connection that made it and is used on that connection's queue only.
final class PreparedStatement {
    private let statement: GRDB.Statement
    private let handle: OpaquePointer
    private let connection: OpaquePointer?

    init(_ database: Database, _ sql: String) throws {
        statement = try database.makeStatement(sql: sql)
        handle = statement.sqliteStatement
        connection = sqlite3_db_handle(handle)
    }

    var sql: String { statement.sql }

    @discardableResult
    func bind(_ values: Value...) throws -> PreparedStatement {
        try bind(values)
    }

    @discardableResult
    func bind(_ values: [Value]) throws -> PreparedStatement {
        sqlite3_reset(handle)
        for (index, value) in values.enumerated() {
            try check(value.bind(to: handle, at: Int32(index + 1)))
        }
        return self
    }

    /// Runs to the end and returns how many rows changed.
    @discardableResult
    func run() throws -> Int {
        defer { sqlite3_reset(handle) }
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
        return Int(sqlite3_changes(connection))
    }

    /// Moves to the next row; after the last one the statement is reset and false comes back.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else { throw error(code) }
        return false
    }

    /// Gives up the remaining rows.
    func finish() {
        sqlite3_reset(handle)
    }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
    func type(_ column: Int32) -> Int32 { sqlite3_column_type(handle, column) }

    /// The bytes of a text, valid until the statement moves.
    func withBytes<Result>(_ column: Int32, _ work: (UnsafeRawBufferPointer) -> Result) -> Result {
        let start = sqlite3_column_blob(handle, column)
        return work(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(handle, column) else { return "" }
        return String(
            decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))),
            as: UTF8.self)
    }

    /// The texts of a JSON array of texts.
    func texts(_ column: Int32) -> [String] {
        guard let bytes = sqlite3_column_text(handle, column) else { return [] }
        return StatedTexts.read(
            UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    func optionalBytes(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw error(code) }
    }

    private func error(_ code: Int32) -> any Error {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(connection)), sql: statement.sql)
    }
}

extension PreparedStatement {
    /// A value on its way into a statement.
    enum Value: Hashable {
        case integer(Int64)
        case text(String)
        case real(Double)
        case blob([UInt8])
        case null

        static func int(_ value: Int) -> Value { .integer(Int64(value)) }
        static func optional(_ value: Int64?) -> Value { value.map(Value.integer) ?? .null }
        static func optional(_ value: String?) -> Value { value.map(Value.text) ?? .null }
        static func optional(_ value: [UInt8]?) -> Value { value.map(Value.blob) ?? .null }

        func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
            // SQLite copies what it is given: the Swift value may be gone before the statement runs.
            let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            switch self {
            case .integer(let value): return sqlite3_bind_int64(statement, index, value)
            case .real(let value): return sqlite3_bind_double(statement, index, value)
            case .null: return sqlite3_bind_null(statement, index)
            case .text(var value):
                return value.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), copy)
                    }
                }
            case .blob(let value):
                return value.withUnsafeBytes {
                    sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), copy)
                }
            }
        }
    }
}
