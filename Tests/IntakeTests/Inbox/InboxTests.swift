import Foundation
import Intake
import Store
import TestSupport
import Testing
import Tracking

/// What happens to files that come into a folder.
struct InboxTests {
    @Test func aFileThatStandsStillIsTakenAndPutAsideWithItsReport() throws {
        let inbox = try InboxBench()
        try inbox.drop("list.csv", Manifests.csv(30))
        let summary = try inbox.settleAndPass(inbox.reader())
        #expect(summary.endings.map(\.accounting) == [Accounting(items: 30, mapped: 30)])
        #expect(summary.endings.first?.movedTo == "done/list.csv")
        #expect(try inbox.names() == ["done/list.csv"])
        #expect(try inbox.text("done/list.csv") == Manifests.csv(30))
        #expect(try inbox.text("done/list.csv.report.txt").contains("taken"))
        #expect(try inbox.text("done/list.csv.report.json") == "{}\n")
        #expect(try inbox.bench.status().subjects["parcel"] == 30)
        let record = try #require(try inbox.record())
        #expect(record.lastArrival?.name == "list.csv" && record.lastArrival?.message == MessageID(rawValue: 1))
        #expect(record.lastRejection == nil && record.trouble == nil)
    }

    @Test func aFileThatGrowsIsLeftUntilItStandsStill() throws {
        let inbox = try InboxBench(start: .hours(-1))
        let reader = inbox.reader()
        let whole = Manifests.csv(40)
        try inbox.drop("list.csv", String(whole.prefix(300)))
        #expect(try reader.passAndWait().growing == 1)
        inbox.turn(by: .seconds(4))
        try inbox.drop("list.csv", String(whole.prefix(900)))
        // Longer than the pause since the first look, but not since the last writing.
        inbox.turn(by: .seconds(2))
        #expect(try reader.passAndWait().growing == 1)
        try inbox.drop("list.csv", whole)
        #expect(try reader.passAndWait().endings.isEmpty)
        inbox.turn(by: .seconds(4))
        #expect(try reader.passAndWait().endings.isEmpty)
        inbox.turn(by: .seconds(1))
        #expect(try reader.passAndWait().endings.map(\.accounting) == [Accounting(items: 40, mapped: 40)])
        #expect(try inbox.bench.status().messages == 1)
    }

    @Test func aFileUnderItsTemporaryNameIsIgnoredUntilItIsRenamed() throws {
        let inbox = try InboxBench()
        let reader = inbox.reader()
        for name in ["list.csv.part", ".list.csv", "~$list.csv"] { try inbox.drop(name, Manifests.csv(3)) }
        let idle = try inbox.settleAndPass(reader)
        #expect(idle.endings.isEmpty && idle.growing == 0 && inbox.notices.isEmpty)
        try FileManager.default.moveItem(
            atPath: inbox.folder + "/list.csv.part", toPath: inbox.folder + "/list.csv")
        #expect(try inbox.settleAndPass(reader).endings.count == 1)
        #expect(try inbox.names() == [".list.csv", "done/list.csv", "~$list.csv"])
    }

    @Test(arguments: [
        ("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"a\"/></xs:schema>", "no-message"),
        ("{\"valid\": []}", "unrecognised"), ("%PDF-1.7", "unsupported"),
    ])
    func whatNoProfileKnowsIsRejectedForWhatItIs(text: String, kind: String) throws {
        let inbox = try InboxBench()
        try inbox.drop("thing", text)
        let folders = [InboxFolder(path: inbox.folder, profile: nil)]
        let ending = try #require(try inbox.settleAndPass(inbox.reader(folders)).endings.first)
        #expect(ending.rejection?.kindWord == kind)
        #expect((ending.rejection?.reason.count ?? 0) > 10 && (ending.rejection?.remedy.count ?? 0) > 20)
    }

    @Test func aFileThatCannotBeUsedIsRejectedAndItsReportSaysWhy() throws {
        let inbox = try InboxBench()
        try inbox.drop("bad.csv", Manifests.csv(2, broken: [0, 1]))
        try inbox.drop("letter.csv", "Dear Sir or Madam\n")
        let summary = try inbox.settleAndPass(inbox.reader())
        #expect(try inbox.names() == ["rejected/bad.csv", "rejected/letter.csv"])
        #expect(Set(summary.endings.compactMap { $0.rejection?.kindWord }) == ["no-usable-row", "shape-changed"])
        let report = try inbox.text("rejected/bad.csv.report.txt")
        #expect(report.contains("line 2") && report.contains("1.2E+19"), "\(report)")
        // A file that was rejected is no arrival.
        let record = try #require(try inbox.record())
        #expect(record.lastArrival == nil && record.lastRejection != nil)
    }

    @Test func aFileOfAnotherKindIsRejectedWithTheKindThatFits() throws {
        let inbox = try InboxBench()
        let events =
            #"[{"eventID":"00000000-0000-4000-8000-000000000001","eventType":"EQUIPMENT","#
            + #""eventClassifierCode":"ACT","eventDateTime":"2026-11-20T10:15:00+08:00","#
            + #""equipmentEventTypeCode":"LOAD","equipmentReference":"MRKU9465770"}]"#
        try inbox.drop("events.json", events)
        let other = inbox.bench.folder.path("any")
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        try inbox.drop("events.json", events, in: other)
        let folders = [
            InboxFolder(path: inbox.folder, profile: inbox.profile("manifest")), InboxFolder(path: other),
        ]
        let summary = try inbox.settleAndPass(inbox.reader(folders))
        #expect(summary.endings.count == 2)
        #expect(summary.endings.first?.rejection?.remedy.contains("dcsa") == true)
        #expect(summary.endings.last?.accounting == Accounting(items: 1, mapped: 1))
        #expect(try inbox.names() == ["rejected/events.json"])
        #expect(try inbox.names(other) == ["done/events.json"])
    }

    @Test func aNameThatWasThereBeforeIsNeverOverwritten() throws {
        let inbox = try InboxBench()
        let reader = inbox.reader()
        for round in 1...3 {
            try inbox.drop("list.csv", Manifests.csv(round))
            #expect(try inbox.settleAndPass(reader).endings.count == 1)
        }
        #expect(try inbox.names() == ["done/list-2.csv", "done/list-3.csv", "done/list.csv"])
        for (round, name) in zip(1..., ["list.csv", "list-2.csv", "list-3.csv"]) {
            #expect(try inbox.text("done/" + name) == Manifests.csv(round))
            #expect(try inbox.text("done/\(name).report.txt").contains("items: \(round)"))
        }
    }

    @Test func aFileCalledLikeAReportIsNeverOverwrittenByOne() throws {
        let inbox = try InboxBench()
        let reader = inbox.reader()
        try inbox.drop("list.csv.report.txt", Manifests.csv(2))
        try inbox.settleAndPass(reader)
        try inbox.drop("list.csv", Manifests.csv(3))
        #expect(try inbox.settleAndPass(reader).endings.first?.movedTo == "done/list-2.csv")
        #expect(try inbox.text("done/list.csv.report.txt") == Manifests.csv(2))
    }

    @Test func theSameTableAgainIsAnArrivalThatAddsNothing() throws {
        let inbox = try InboxBench()
        let reader = inbox.reader()
        try inbox.drop("monday.csv", Manifests.csv(3))
        try inbox.settleAndPass(reader)
        let before = try (inbox.bench.digest(), inbox.bench.rows())
        let first = try #require(try inbox.record()?.lastArrival)
        inbox.turn(by: .days(1))
        try inbox.drop("tuesday.csv", Manifests.csv(3))
        #expect(try inbox.settleAndPass(reader).endings.first?.accounting == Accounting(items: 3, duplicate: 3))
        #expect(try inbox.bench.digest() == before.0)
        #expect(try inbox.bench.rows() == before.1)
        let second = try #require(try inbox.record()?.lastArrival)
        #expect(second.name == "tuesday.csv" && second.at > first.at && second.message == first.message)
    }

    @Test func filesAreTakenInTheOrderInWhichTheyCame() throws {
        let inbox = try InboxBench()
        for name in ["z.csv", "m.csv", "a.csv"] {
            try inbox.drop(name, Manifests.csv(2, broken: name == "m.csv" ? [1] : []))
            // The system's own times have steps; a file made in the same one has no order.
            let start = try changed(inbox.folder + "/" + name)
            repeat { try inbox.drop(".step", name) } while try changed(inbox.folder + "/.step") == start
        }
        #expect(try inbox.settleAndPass(inbox.reader()).endings.map(\.name) == ["z.csv", "m.csv", "a.csv"])
    }

    /// The time of the last change, in nanoseconds.
    private func changed(_ path: String) throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { throw InboxBench.Unexpected() }
        return status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    }
}
