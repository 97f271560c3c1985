import GRDB
import Schema
import TestSupport
import Testing
import Tracking

@testable import Store

/// The index of parts of numbers holds every number, whenever and however it came.
struct NumberPartIndexTests {
    private func found(_ part: String, in path: String) throws -> [String] {
        try StoreReader(path: path).read { session in
            var codes: [String] = []
            try session.forEach(containing: try NumberPart(part)) { stored in
                codes.append(stored.subject.code)
                return true
            }
            return codes
        }
    }

    @Test func aDatabaseOfAnOlderVersionIsIndexedWhole() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("old.db")
        let old = try DatabaseQueue(path: path)
        var migrator = DatabaseMigrator()
        for migration in Schema.migrations where migration.name < "v0007" {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
        }
        try migrator.migrate(old)
        try old.write { database in
            try database.execute(
                sql: """
                    INSERT INTO term (id, text) VALUES (2, 'parcel'), (3, 'number');
                    INSERT INTO subject (code, kind, scheme) VALUES ('SO-10 01', 2, 3), ('YT2415800000000001', 2, 3);
                    """)
        }
        try old.close()
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        try queue.close()
        try StoreWriter(path: path).close()
        #expect(try found("so1001", in: path) == ["SO-10 01"])
        #expect(try found("24158", in: path) == ["YT2415800000000001"])
    }

    @Test func whatWasNotAcceptedIsNotFound() throws {
        let shelf = try Shelf()
        try shelf.take(Sample.message("1"), [Sample.item([Sample.event(1)])])
        _ = try? shelf.writer.turnAndWait { session in
            _ = try session.subjectID(Subject(.parcel, .number, "UNDONE-1"))
            throw CancellationError()
        }
        #expect(try found("undone", in: shelf.path) == [])
        let undone = Subject(.parcel, .number, "UNDONE-1")
        try shelf.take(Sample.message("2"), [Sample.item([Sample.event(2, subject: undone)])])
        #expect(try found("undone", in: shelf.path) == ["UNDONE-1"])
        #expect(try found("MRKU", in: shelf.path) == ["MRKU9465770"])
    }

    @Test func theLatestKnownComesFirst() throws {
        let shelf = try Shelf()
        for number in 1...5 {
            let subject = Subject(.parcel, .number, "PKT-\(number)")
            try shelf.take(Sample.message("\(number)"), [Sample.item([Sample.event(number, subject: subject)])])
        }
        #expect(try found("pkt", in: shelf.path) == (1...5).reversed().map { "PKT-\($0)" })
        #expect(try found("kt4", in: shelf.path) == ["PKT-4"])
        #expect(try found("t4", in: shelf.path) == [], "shorter than a trigram")
    }
}
