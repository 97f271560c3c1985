import CZlib
import Foundation
import GRDB
import Intake
import Messages
import Store
import TestSupport
import Testing
import Tracking

/// Customs messages on their way into the store: counted, joined, in any order, and without anybody's name.
struct CustomsIntakeTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/ceb")

    private static func files() throws -> [(name: String, body: [UInt8])] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }.map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
    }

    private static func body(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    @discardableResult
    private func take(_ bench: Bench, _ body: [UInt8], _ name: String, hour: Int64 = 0) throws -> FileResult {
        let profile = try #require(bench.library.recognise(body: body, fileName: name))
        return try bench.files.take(
            body, name: name, profile: profile, receivedAt: Bench.now.advanced(by: .hours(Int(hour))))
    }

    private func timeline(_ bench: Bench, _ code: String, _ kind: SubjectKind) throws -> Timeline {
        try bench.read { session in
            let stored = try #require(
                try session.subjects(code: code).filter { $0.subject.kind == kind }
                    .max { ($0.subject.identifier.issuer ?? "") < ($1.subject.identifier.issuer ?? "") })
            return Timeline(try session.dossier(of: stored), places: Places.corridor.place(for:))
        }
    }

    @Test func everyMessageIsAccountedForAndAgainAddsNoRow() throws {
        let bench = try Bench()
        for (hour, file) in try Self.files().enumerated() {
            let counts = try take(bench, file.body, file.name, hour: Int64(hour)).accounting
            let sum = counts.mapped + counts.duplicate + counts.unmapped + counts.rejected
            #expect(counts.items == sum, "\(file.name)")
            #expect(counts.items > 0 && counts.rejected == 0, "\(file.name)")
        }
        let before = try (bench.digest(), bench.rows())
        for (hour, file) in try Self.files().enumerated() {
            let again = try take(bench, file.body, file.name, hour: Int64(100 + hour))
            #expect(again.accounting.mapped == 0 && again.links == 0, "\(file.name)")
        }
        #expect(try bench.digest() == before.0)
        #expect(try bench.rows() == before.1)
    }

    @Test(arguments: 0..<12) func anyOrderOfArrivalGivesTheSame(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let files = try Self.files().enumerated().map { (hour: Int64($0.offset), file: $0.element) }
        let (first, second) = (try Bench(), try Bench())
        for (hour, file) in files { try take(first, file.body, file.name, hour: hour) }
        for (hour, file) in (files + files.prefix(7)).shuffled(using: &random) {
            try take(second, file.body, file.name, hour: hour)
        }
        #expect(try first.digest() == second.digest())
    }

    /// Every personal value of the fixtures; a test of the fixtures that they are there, and of the database that not.
    private static let personal = [
        "Anna Schmidt", "+4915112345678", "4915112345678", "650102199003074512", "Torstrasse 99", "10119 Berlin",
        "13999912345", "王小明", "Meier", "0991-5550123", "保密企业甲", "保密平台乙", "付款公司丙", "保密物流丁", "保密报关戊",
        "PAY-778899001", "给 ",
    ]

    @Test func nobodysNameIsAnywhereInTheDatabase() throws {
        let files = try Self.files()
        let all = files.map { String(decoding: $0.body, as: UTF8.self) }.joined()
        for value in Self.personal { #expect(all.contains(value), "\(value) is not in the fixtures") }
        let bench = try Bench()
        for (hour, file) in files.enumerated() { try take(bench, file.body, file.name, hour: Int64(hour)) }
        var texts = try FileManager.default.contentsOfDirectory(atPath: bench.folder.url.path)
            .map { [UInt8](try Data(contentsOf: bench.folder.url.appending(path: $0))) }
        #expect(texts.count >= 2, "the write-ahead log is looked at too")
        texts += try bodies(of: bench)
        #expect(texts.contains { String(decoding: $0, as: UTF8.self).contains("ZX26110000001") })
        for text in texts {
            let text = String(decoding: text, as: UTF8.self)
            for value in Self.personal { #expect(!text.contains(value), "\(value) was kept") }
            // Nor is anything kept packed.
            #expect(!text.contains(Data("Anna".utf8).base64EncodedString().prefix(4) + "YSBT"))
        }
    }

    private func bodies(of bench: Bench) throws -> [[UInt8]] {
        let rows = try DatabaseQueue(path: bench.path).read { database in
            try Row.fetchAll(database, sql: "SELECT size, bytes FROM body")
        }
        return try rows.map { row in
            let (size, packed) = (row["size"] as Int, [UInt8](row["bytes"] as Data))
            var text = [UInt8](repeating: 0, count: max(size, 1))
            var count = uLong(text.count)
            try #require(uncompress(&text, &count, packed, uLong(packed.count)) == Z_OK)
            return Array(text.prefix(Int(count)))
        }
    }

    @Test func aCutMessageLeavesNothing() throws {
        let bench = try Bench()
        let body = try Self.body("CEB509.xml")
        let before = try bench.rows()
        for end in stride(from: 1, to: body.count - 20, by: 23) {
            let cut = Array(body[..<end])
            let profile = try #require(bench.library.profile(named: "ceb"))
            #expect(throws: ReadFailure.self) {
                try bench.files.take(cut, name: "cut.xml", profile: profile, receivedAt: Bench.now)
            }
        }
        #expect(try bench.rows() == before)
    }

    @Test(arguments: [["CEB603.xml", "CEB604.xml"], ["CEB604.xml", "CEB603.xml"]])
    func aReceiptBeforeItsListMeetsItAllTheSame(order: [String]) throws {
        let bench = try Bench()
        for name in order { try take(bench, Self.body(name), name) }
        #expect(try timeline(bench, "ZX26110000001", .parcel).status?.milestone == .exportCleared)
        #expect(try timeline(bench, "ZX26110000002", .parcel).status?.milestone == .exportHeld)
        #expect(try timeline(bench, "ZX26110000003", .parcel).status?.milestone == .exportRejected)
        // The release stands before the inspection in the file, and after it in time.
        #expect(try timeline(bench, "94042026E000000001", .declaration).status?.milestone == .exportCleared)
    }

    @Test func aWithdrawnListIsCancelledAndItsParcelIsNot() throws {
        let bench = try Bench()
        for name in ["CEB505.xml", "CEB603.xml", "CEB604.xml", "CEB605.xml", "CEB606.xml"] {
            try take(bench, Self.body(name), name)
        }
        #expect(try timeline(bench, "LIST20260003", .declaration).status?.milestone == .cancelled)
        let parcel = try timeline(bench, "ZX26110000003", .parcel)
        #expect(parcel.status?.milestone == .announced)
        #expect(!parcel.entries.contains { $0.milestone == .cancelled })
    }

    @Test func aChangedDepartureReplacesAndADeletedOneNeverWas() throws {
        let bench = try Bench()
        func departure(_ parcel: Int) throws -> String? {
            try timeline(bench, "ZX2611000000\(parcel)", .parcel).entries
                .first { $0.milestone == .borderDeparted }.map { $0.time.iso8601 }
        }
        try take(bench, Self.body("CEB509.xml"), "a", hour: 0)
        #expect(try departure(1) == "2026-11-21T03:10:00+08:00" && departure(2) != nil)
        try take(bench, Self.body("CEB509-change.xml"), "b", hour: 1)
        #expect(try departure(1) == "2026-11-21T03:20:00+08:00")
        #expect(try departure(2) == nil, "the change lists it no more")
        try take(bench, Self.body("CEB509-delete.xml"), "c", hour: 2)
        #expect(try departure(1) == nil)
        try take(bench, Self.body("CEB509.xml"), "a", hour: 3)
        #expect(try departure(1) == nil, "an old message brought again says nothing new")
    }

    @Test func aRefusedDepartureIsNotBelieved() throws {
        for order in [["CEB509.xml", "CEB510-refused.xml"], ["CEB510-refused.xml", "CEB509.xml"]] {
            let bench = try Bench()
            for name in order { try take(bench, Self.body(name), name) }
            let parcel = try timeline(bench, "ZX26110000001", .parcel)
            #expect(!parcel.entries.contains { $0.milestone == .borderDeparted }, "\(order)")
        }
    }

    @Test func aDeletedBillLetsItsParcelsGo() throws {
        let bench = try Bench()
        try take(bench, Self.body("CEB607-2.xml"), "a", hour: 0)
        func bills() throws -> [String] {
            try timeline(bench, "ZX26110000002", .parcel).links.map(\.link.parent.code)
        }
        #expect(try bills().contains("RAIL20261120A"))
        try take(bench, Self.body("CEB607-delete.xml"), "b", hour: 1)
        #expect(try !bills().contains("RAIL20261120A"))
    }

    @Test func aTableThatNamesTheParcelWithoutItsCarrierMeetsTheCustomsParcel() throws {
        let bench = try Bench()
        try take(bench, Self.body("CEB603.xml"), "CEB603.xml")
        try bench.take("运单号,箱号,车次,发车日期\nZX26110000001,MRKU9465770,X8157,2026-11-20\n")
        let parcel = try timeline(bench, "ZX26110000001", .parcel)
        #expect(parcel.links.contains { $0.link.parent.code == "MRKU9465770" })
        #expect(parcel.links.contains { $0.link.parent.code == "LIST20260001" })
    }
}
