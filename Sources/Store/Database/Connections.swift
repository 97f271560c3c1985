import CSQLite
import Foundation
import GRDB
import GRDBSQLite

/// How connections are set up; the one place where a pragma stands.
enum Connections {
    /// Set before the first connection; a process that already uses SQLite keeps its own ways.
    private static let library = caravan_sqlite_configure()

    static func writing(_ path: String) throws -> DatabaseQueue {
        _ = library
        var configuration = Configuration()
        configuration.label = "caravan.writer"
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA wal_autocheckpoint = 4000;
                    PRAGMA journal_size_limit = 67108864;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -20480;
                    PRAGMA mmap_size = 0;
                    """)
            // The log must outlive a clean close, or a reader of another account could not open the database.
            var keep: Int32 = 1
            sqlite3_file_control(database.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &keep)
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A database on a file without a name, which is gone with the connection. Nothing of it can be undone.
    static func temporary() throws -> DatabaseQueue {
        _ = library
        var configuration = Configuration()
        configuration.label = "caravan.replay"
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = OFF;
                    PRAGMA synchronous = OFF;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA temp_store = FILE;
                    PRAGMA cache_size = -65536;
                    """)
        }
        return try DatabaseQueue(path: "", configuration: configuration)
    }

    static func reading(_ path: String) throws -> DatabaseQueue {
        _ = library
        var configuration = Configuration()
        configuration.label = "caravan.reader"
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;")
            // GRDB looks at every column of a statement to tell what changes; nothing does here.
            sqlite3_set_authorizer(database.sqliteConnection, nil, nil)
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
