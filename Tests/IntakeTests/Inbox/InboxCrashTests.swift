import Foundation
import Store
import TestSupport
import Testing
import Tracking

@testable import Intake

/// Being cut off at any point loses nothing and takes nothing twice.
struct InboxCrashTests {
    @Test(arguments: [3, 4500]) func aFileThatWasTakenAndNotMovedAddsNothingAndMoves(rows: Int) throws {
        let inbox = try InboxBench()
        try inbox.drop("list.csv", Manifests.csv(rows))
        // Taken by a program that ended before it moved the file.
        try inbox.bench.take(Manifests.csv(rows))
        let before = try (inbox.bench.digest(), inbox.bench.rows())
        let ending = try #require(try inbox.settleAndPass(inbox.reader()).endings.first)
        #expect(ending.accounting == Accounting(items: rows, duplicate: rows))
        #expect(try inbox.names() == ["done/list.csv"])
        #expect(try inbox.bench.digest() == before.0)
        var after = try inbox.bench.rows()
        #expect(after.removeValue(forKey: "inbox") == 1)
        #expect(after == before.1.filter { $0.key != "inbox" })
        #expect(try inbox.record()?.lastArrival?.message == MessageID(rawValue: 1))
    }

    @Test func aReportWithoutItsFileIsWrittenAnewUnderTheSameName() throws {
        let inbox = try InboxBench()
        try inbox.drop("list.csv", Manifests.csv(3))
        let done = inbox.folder + "/done"
        try FileManager.default.createDirectory(atPath: done, withIntermediateDirectories: true)
        let sha256 = Fingerprint.sha256(Array(Manifests.csv(3).utf8)).map { String(format: "%02x", $0) }.joined()
        try inbox.drop("list.csv.report.txt", "list.csv \(sha256)\nleft by a crash\n", in: done)
        try inbox.settleAndPass(inbox.reader())
        #expect(try inbox.names() == ["done/list.csv"])
        #expect(try !inbox.text("done/list.csv.report.txt").contains("crash"))
    }

    @Test func aFileThatACrashLeftUnderBothNamesLosesOne() throws {
        let inbox = try InboxBench()
        try inbox.drop("list.csv", Manifests.csv(3))
        let done = inbox.folder + "/done"
        try FileManager.default.createDirectory(atPath: done, withIntermediateDirectories: true)
        #expect(link(inbox.folder + "/list.csv", done + "/list.csv") == 0)
        try inbox.settleAndPass(inbox.reader())
        #expect(try inbox.names() == ["done/list.csv"])
    }

    @Test func aLongFileThatIsStoppedStaysAndIsTakenUpAgain() async throws {
        let inbox = try InboxBench()
        let text = Manifests.csv(60_000)
        try inbox.drop("list.csv", text)
        inbox.turn(by: .seconds(6))
        let reader = inbox.reader()
        let task = Task { try await reader.pass() }
        // Stopped when the first stretches are in, before the last are.
        while try inbox.bench.status().incomplete.isEmpty { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try inbox.names() == ["list.csv"])
        #expect(try inbox.bench.status().incomplete == ["list.csv"])
        #expect(try inbox.bench.status().messages == 0)
        let again = try inbox.settleAndPass(inbox.reader())
        #expect(again.endings.first?.accounting?.items == 60_000)
        #expect(try inbox.names() == ["done/list.csv"])
        let status = try inbox.bench.status()
        #expect(status.incomplete.isEmpty && status.messages == 1 && status.subjects["parcel"] == 60_000)
    }
}
