internal import GRDBSQLite

/// One prepared SELECT of a profile.
final class MappingStatement {
    /// What stays the same over a message or a stretch of it, mostly JSON texts.
    enum Parameter: String, CaseIterable {
        case head = ":head"
        case asked = ":asked"
        /// Of XML, the name of the outermost element; a plain text.
        case root = ":root"
    }

    private let connection: MappingConnection
    private let handle: OpaquePointer
    let columnNames: [String]
    private let indexes: [Parameter: Int32]
    /// Of `:item`; 0 if the SELECT does not use it.
    private let itemIndex: Int32
    /// Of the columns of a table that the SELECT uses by name, such as `:parcel`.
    private let cells: [(column: Int, index: Int32)]

    /// The columns of the table that the SELECT uses by name.
    var columns: [Int] { cells.map(\.column) }
    var seesItem: Bool { itemIndex > 0 }

    /// Throws unless `text` is exactly one statement that only reads and takes only our parameters.
    init(_ text: String, on connection: MappingConnection, _ table: TableColumns) throws(ReadFailure) {
        self.connection = connection
        var prepared: OpaquePointer?
        var rest = ""
        let code = text.withCString { start in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(
                connection.handle, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &tail)
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
        itemIndex = sqlite3_bind_parameter_index(prepared, ":item")
        cells = table.names.enumerated().compactMap { column, name in
            let index = sqlite3_bind_parameter_index(prepared, ":" + name)
            return index > 0 ? (column, index) : nil
        }
        // All properties are set, so `deinit` finalizes the statement if this throws.
        try check(rest)
    }

    deinit { sqlite3_finalize(handle) }

    private func check(_ rest: String) throws(ReadFailure) {
        guard !Self.saysSomething(rest) else {
            throw Self.refused("a second statement follows; only one SELECT may stand")
        }
        guard sqlite3_stmt_readonly(handle) != 0, sqlite3_stmt_isexplain(handle) == 0, !columnNames.isEmpty else {
            throw Self.refused("this is no SELECT")
        }
        guard Int(sqlite3_bind_parameter_count(handle)) == indexes.count + cells.count + (itemIndex > 0 ? 1 : 0) else {
            throw Self.refused(
                "the only parameters are :item, :head, :asked, :root, and `columns` or `fields` by their names")
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

    /// Runs the SELECT over an item and hands its rows over one by one; a row may be looked at only inside `take`.
    func rows(over item: DecodedItem, _ take: (MappedRow) throws -> Void) throws {
        try item.text.withUnsafeBytes { text in
            // Bound without a copy: the statement reads them only while it is stepped below.
            bindStatic(itemIndex, text[0..<(item.length ?? text.count)])
            for (column, index) in cells {
                bindStatic(index, item.row?.ranges[column].map { text[$0] })
            }
            try step(take)
        }
    }

    private func bindStatic(_ index: Int32, _ text: Slice<UnsafeRawBufferPointer>?) {
        guard index > 0 else { return }
        guard let text, let base = UnsafeRawBufferPointer(rebasing: text).bindMemory(to: CChar.self).baseAddress else {
            sqlite3_bind_null(handle, index)
            return
        }
        sqlite3_bind_text(handle, index, base, Int32(clamping: text.count), nil)
    }

    private func step(_ take: (MappedRow) throws -> Void) throws {
        connection.refill()
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try take(MappedRow(handle: handle))
            case SQLITE_DONE: return
            case SQLITE_INTERRUPT:
                throw ReadFailure(
                    .mappingStopped, "a SELECT of the profile took too many steps over one item",
                    remedy: "make it simpler; it must not loop without an end")
            case let code:
                // Malformed for this item only, such as JSON inside a text that is none: the others go on.
                throw ReadFailure(
                    .malformed,
                    "a SELECT of the profile failed (\(code)): "
                        + String(cString: sqlite3_errmsg(connection.handle)),
                    remedy: "try the profile on the message with `caravan carriers check`")
            }
        }
    }

    private static func refused(_ reason: String) -> ReadFailure {
        ReadFailure(.unsupported, reason, remedy: "write exactly one SELECT over :item, :head and :asked")
    }
}
