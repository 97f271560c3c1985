import Testing
import Tracking

@testable import Store

/// What is remembered of folders that are read.
struct InboxRecordTests {
    private let shelf: Shelf

    init() throws {
        shelf = try Shelf()
        try shelf.writer.watchInboxes(["/in"], now: Sample.instant(0))
    }

    private func record(_ folder: String = "/in") throws -> InboxRecord? {
        try StoreReader(path: shelf.path).read { try $0.inbox(folder) }
    }

    @Test func aFolderIsWatchedSinceTheFirstTime() throws {
        try shelf.writer.watchInboxes(["/in", "/other"], now: Sample.instant(5))
        #expect(try record()?.watchedSince == Sample.instant(0))
        #expect(try record("/other")?.watchedSince == Sample.instant(5))
        #expect(try record("/nobody's") == nil)
    }

    @Test func theLastArrivalIsTheLatestWhateverTheOrderOfTaking() throws {
        let late = InboxChange.arrived(at: Sample.instant(3), name: "late.csv", message: MessageID(rawValue: 2))
        try shelf.writer.note(late, inbox: "/in")
        try shelf.writer.note(.arrived(at: Sample.instant(2), name: "early.csv", message: nil), inbox: "/in")
        let arrival = try #require(try record()?.lastArrival)
        #expect(arrival == .init(at: Sample.instant(3), name: "late.csv", message: MessageID(rawValue: 2)))
        // Told again after a crash, it is the same.
        try shelf.writer.note(late, inbox: "/in")
        #expect(try record()?.lastArrival == arrival)
    }

    @Test func aRejectionIsNoArrivalAndTroublePasses() throws {
        try shelf.writer.note(.rejected(at: Sample.instant(1), name: "bad.csv", reason: "empty"), inbox: "/in")
        try shelf.writer.note(.troubled("read-only"), inbox: "/in")
        let record = try #require(try record())
        #expect(record.lastArrival == nil && record.trouble == "read-only")
        #expect(record.lastRejection == .init(at: Sample.instant(1), name: "bad.csv", reason: "empty"))
        try shelf.writer.note(.troubled(nil), inbox: "/in")
        #expect(try self.record()?.trouble == nil)
    }

    @Test func theLastFileOfAProfileIsFoundByAnIndex() throws {
        let found = try StoreReader(path: shelf.path).read { session in
            _ = try session.lastArrival(profile: "unmapped")
            _ = try session.inbox("/in")
            return try session.preparedSQL.filter { $0.contains("message_file") || $0.contains("inbox") }.flatMap {
                let plan = try PreparedStatement(session.database, "EXPLAIN QUERY PLAN \($0)")
                var lines: [String] = []
                while try plan.step() { lines.append(plan.text(3)) }
                return lines
            }
        }
        #expect(found.count == 2 && found.allSatisfy { $0.hasPrefix("SEARCH ") }, "\(found)")
    }
}
