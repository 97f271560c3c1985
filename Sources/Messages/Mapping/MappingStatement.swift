internal import GRDBSQLite

/// One prepared SELECT of a profile.
final class MappingStatement {
    /// What a SELECT may use, each a JSON text.
    enum Parameter: String, CaseIterable {
        case item = ":item"
        case head = ":head"
        case asked = ":asked"
    }

    private let connection: MappingConnection
    private let handle: OpaquePointer
    let columnNames: [String]
    private let indexes: [Parameter: Int32]

    /// Throws unless `text` is exactly one statement that only reads and takes only our parameters.
    init(_ text: String, on connection: MappingConnection) throws(ReadFailure) {
        self.connection = connection
        var prepared: OpaquePointer?
        var rest = ""
        let code = text.withCString { start in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(connection.handle, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &tail)
            rest = tail.map { String(cString: $0) } ?? ""
            return code
        }
        guard code == SQLITE_OK, let prepared else {
            let reason = code == SQLITE_OK ? "there is no SELECT" : String(cString: sqlite3_errmsg(connection.handle))
            throw Self.refused(reason)
        }
        handle = prepared
        columnNames = (0..<sqlite3_column_count(prepared)).map { String(cString: sqlite3_column_name(prepared, $0)) }
        var indexes: [Parameter: Int32] = [:]
        for parameter in Parameter.allCases {
            let index = sqlite3_bind_parameter_index(prepared, parameter.rawValue)
            if index > 0 { indexes[parameter] = index }
        }
        self.indexes = indexes
        do throws(ReadFailure) {
            try check(rest)
        } catch {
            sqlite3_finalize(prepared)
            throw error
        }
    }

    deinit { sqlite3_finalize(handle) }

    private func check(_ rest: String) throws(ReadFailure) {
        guard !Self.saysSomething(rest) else { throw Self.refused("a second statement follows; only one SELECT may stand") }
        guard sqlite3_stmt_readonly(handle) != 0, sqlite3_stmt_isexplain(handle) == 0, !columnNames.isEmpty else {
            throw Self.refused("this is no SELECT")
        }
        guard Int(sqlite3_bind_parameter_count(handle)) == indexes.count else {
            throw Self.refused("the only parameters are :item, :head and :asked")
        }
    }

    /// Whether anything but blanks, semicolons and comments is left.
    private static func saysSomething(_ rest: String) -> Bool {
        rest.split(separator: "\n").contains { line in
            !line.prefix { $0 != "-" }.allSatisfy { $0.isWhitespace || $0 == ";" }
                || (line.contains("-") && !line.drop { $0 != "-" }.hasPrefix("--"))
        }
    }

    /// The parameter keeps the text until it is bound again.
    func bind(_ parameter: Parameter, _ text: [UInt8]) {
        guard let index = indexes[parameter] else { return }
        // SQLITE_TRANSIENT: the statement takes a copy, so that no pointer outlives the array.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        text.withUnsafeBufferPointer { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) { characters in
                sqlite3_bind_text(handle, index, characters.baseAddress, Int32(clamping: characters.count), transient)
            }
        }
    }

    /// Runs the SELECT and hands its rows over one by one; a row may be looked at only inside `take`.
    func rows(_ take: (MappedRow) throws -> Void) throws {
        connection.refill()
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try take(MappedRow(handle: handle))
            case SQLITE_DONE: return
            case SQLITE_INTERRUPT:
                throw ReadFailure(.mappingStopped, "a SELECT of the profile took too many steps over one item",
                                  remedy: "make it simpler; it must not loop without an end")
            case let code:
                // Malformed for this item only, such as JSON inside a text that is none: the others go on.
                throw ReadFailure(.malformed, "a SELECT of the profile failed (\(code)): "
                    + String(cString: sqlite3_errmsg(connection.handle)),
                                  remedy: "try the profile on the message with `caravan carriers check`")
            }
        }
    }

    private static func refused(_ reason: String) -> ReadFailure {
        ReadFailure(.unsupported, reason, remedy: "write exactly one SELECT over :item, :head and :asked")
    }
}
