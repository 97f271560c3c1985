import Foundation
import GRDB
import Schema
import Store
import TestSupport
import Testing
import Tracking

struct DatabaseFileTests {
    @Test func writerIsWALWithFullSynchronousAndPersistentLog() throws {
        let shelf = try Shelf()
        #expect(
            try shelf.writer.pragmas() == [
                "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1",
                "trusted_schema": "0",
            ])
        try shelf.take(Sample.message("[1]"), [Sample.item([Sample.event(1)])])
        try shelf.writer.close()
        #expect(FileManager.default.fileExists(atPath: shelf.path + "-wal"))
        #expect(try shelf.events().count == 1)
    }

    @Test func aNewerDatabaseIsRefusedAndLeftAlone() throws {
        let shelf = try Shelf()
        try shelf.writer.close()
        let queue = try DatabaseQueue(path: shelf.path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v9999_tomorrow')") }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: shelf.path))
        #expect(throws: StoreFailure.self) { try StoreReader(path: shelf.path) }
        let failure = #expect(throws: StoreFailure.self) { try StoreWriter(path: shelf.path) }
        #expect(failure?.kind == .tooNew)
        #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path)) == before)
    }

    @Test func aForeignFileIsRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("notes.txt")
        try Data(repeating: 0x41, count: 4096).write(to: URL(fileURLWithPath: path))
        let failure = #expect(throws: StoreFailure.self) { try StoreWriter(path: path) }
        #expect(failure?.kind == .notADatabase)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(repeating: 0x41, count: 4096))
    }

    @Test func aMissingDatabaseIsSaidAndNotMade() throws {
        let folder = try TemporaryFolder()
        let failure = #expect(throws: StoreFailure.self) { try StoreReader(path: folder.path("none.db")) }
        #expect(failure?.kind == .noDatabase)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test func aSecondWriterWaitsItsTurnAndSaysSo() throws {
        let shelf = try Shelf()
        let lock = try FileLock(path: shelf.writer.file.writeLockPath)
        #expect(lock.tryAcquire())
        let failure = #expect(throws: StoreFailure.self) {
            try StoreWriter(path: shelf.path, patience: .milliseconds(5))
        }
        #expect(failure?.kind == .busy)
        lock.release()
        #expect(throws: Never.self) { try StoreWriter(path: shelf.path, patience: .milliseconds(500)) }
    }

    @Test func theListOfMigrationsIsTheFolder() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Schema/Migrations")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files == Schema.migrations.map { $0.name + ".sql" })
    }

    @Test func theGoldenSchemaIsWhatTheMigrationsGive() throws {
        let shelf = try Shelf()
        try shelf.writer.close()
        let queue = try DatabaseQueue(path: shelf.path)
        let dump =
            try queue.read { database in
                try String.fetchAll(
                    database,
                    sql: """
                        SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'grdb_%'
                        AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name
                        """)
            }.joined(separator: "\n\n") + "\n"
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Schema/current.sql")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try dump.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == dump)
    }
}
