import GRDB
import Schema

/// Brings a database to the schema of this program, and tells when it is ahead of it.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in Schema.migrations {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
        }
        return migrator
    }

    /// Migrates within the lock of the caller.
    static func migrate(_ queue: DatabaseQueue, path: String) throws {
        let migrator = migrator
        try queue.writeWithoutTransaction { database in
            try checkOwnership(database, path: path)
            guard try !migrator.hasBeenSuperseded(database) else { throw tooNew(path) }
        }
        try migrator.migrate(queue)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
    }

    /// Whether a reader of this program understands the database.
    static func check(_ database: Database, path: String) throws {
        try checkOwnership(database, path: path)
        let migrator = migrator
        guard try !migrator.hasBeenSuperseded(database) else { throw tooNew(path) }
        guard try migrator.hasCompletedMigrations(database) else {
            throw StoreFailure(
                .tooOld, path: path, reason: "the database was made by an older version",
                remedy: "run `caravand sync` or `caravan import` once; it brings the database up to date")
        }
    }

    private static func checkOwnership(_ database: Database, path: String) throws {
        let owner = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        guard owner == Schema.applicationID || tables == 0 else {
            throw StoreFailure(
                .notADatabase, path: path, reason: "the file belongs to another program",
                remedy: "name another file with --database")
        }
    }

    private static func tooNew(_ path: String) -> StoreFailure {
        StoreFailure(
            .tooNew, path: path, reason: "the database was made by a newer version of Caravan",
            remedy: "install that version here too; nothing was changed")
    }
}
