internal import CSQLite
internal import GRDBSQLite

/// An empty SQLite database in memory, in which the SELECTs of profiles run and from which nothing else can be reached.
///
/// A profile is another person's text. The connection attaches nothing, writes nothing, reads no schema, knows no
/// pragmas, and stops a statement after a fixed number of steps: counted rather than timed, so that the same message
/// gives the same answer on a slow machine.
final class MappingConnection {
    /// Virtual machine steps between two looks at the budget.
    private static let stride: Int32 = 1000
    /// Looks at the budget before a SELECT over one item is stopped: about a quarter of a second.
    private static let patience: Int32 = 5_000
    /// Bytes of the longest text a SELECT may make.
    private static let longestText: Int32 = 16 << 20

    /// Set before the first connection; a process that already uses SQLite keeps its own ways.
    private static let library = caravan_sqlite_configure()

    let handle: OpaquePointer
    private let budget: UnsafeMutablePointer<Int32>

    init() throws(ReadFailure) {
        _ = Self.library
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
        let code = sqlite3_open_v2(":memory:", &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw ReadFailure(
                .mappingStopped, "the mapping cannot start: \(String(cString: sqlite3_errstr(code)))",
                remedy: "look at the memory that is left")
        }
        handle = opened
        budget = .allocate(capacity: 1)
        budget.initialize(to: Self.patience)
        closeOff()
    }

    deinit {
        sqlite3_close_v2(handle)
        budget.deallocate()
    }

    /// Gives the next SELECT its full number of steps.
    func refill() { budget.pointee = Self.patience }

    private func closeOff() {
        let limits: [(Int32, Int32)] = [
            (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LENGTH, Self.longestText), (SQLITE_LIMIT_SQL_LENGTH, 1 << 16),
            (SQLITE_LIMIT_COLUMN, 100), (SQLITE_LIMIT_EXPR_DEPTH, 100), (SQLITE_LIMIT_COMPOUND_SELECT, 50),
            (SQLITE_LIMIT_FUNCTION_ARG, 32), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
            (SQLITE_LIMIT_VARIABLE_NUMBER, 80), (SQLITE_LIMIT_TRIGGER_DEPTH, 0), (SQLITE_LIMIT_WORKER_THREADS, 0),
        ]
        for (limit, value) in limits { sqlite3_limit(handle, limit, value) }
        sqlite3_progress_handler(
            handle, Self.stride,
            { budget in
                guard let left = budget?.assumingMemoryBound(to: Int32.self) else { return 1 }
                left.pointee -= 1
                return left.pointee < 0 ? 1 : 0
            }, budget)
        // json_each declares its columns when it is first used, which the authorizer would take for a CREATE TABLE.
        sqlite3_exec(handle, "SELECT 1 FROM json_each('[]'), json_tree('[]')", nil, nil, nil)
        sqlite3_set_authorizer(
            handle,
            { _, action, first, second, _, _ in
                MappingConnection.allows(action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
                    ? SQLITE_OK : SQLITE_DENY
            }, nil)
    }

    /// Only what a pure function of the item needs.
    private static func allows(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
        switch action {
        case SQLITE_SELECT, SQLITE_RECURSIVE: true
        case SQLITE_READ: !(first ?? "").hasPrefix("sqlite_") && !(first ?? "").hasPrefix("pragma_")
        // The same message must always say the same, so chance is out; and nothing is loaded.
        case SQLITE_FUNCTION: !["random", "randomblob", "load_extension", "zeroblob"].contains(second?.lowercased())
        default: false
        }
    }
}
