import Foundation
import Store
import TestSupport
import Testing
import Tracking

@testable import Intake

/// What is in the way of files that come into a folder.
struct InboxTroubleTests {
    @Test func whatIsNoFileIsLeftAloneAndSaidOnce() throws {
        let inbox = try InboxBench()
        let reader = inbox.reader()
        #expect(mkfifo(inbox.folder + "/pipe.csv", 0o644) == 0)
        let files = FileManager.default
        try files.createDirectory(atPath: inbox.folder + "/folder.csv", withIntermediateDirectories: true)
        try inbox.drop("inner.csv", Manifests.csv(1), in: inbox.folder + "/folder.csv")
        let elsewhere = inbox.bench.folder.path("elsewhere.csv")
        try Manifests.csv(5).write(toFile: elsewhere, atomically: true, encoding: .utf8)
        try files.createSymbolicLink(atPath: inbox.folder + "/link.csv", withDestinationPath: elsewhere)
        try inbox.drop("list.csv", Manifests.csv(3))
        #expect(try inbox.settleAndPass(reader).endings.map(\.name) == ["list.csv"])
        for _ in 0..<3 { #expect(try inbox.settleAndPass(reader).endings.isEmpty) }
        let told = inbox.notices.compactMap { if case .leftAlone(_, let entry) = $0 { entry.name } else { nil } }
        #expect(told.sorted() == ["folder.csv", "link.csv", "pipe.csv"])
        #expect(
            try inbox.names() == ["done/list.csv", "folder.csv", "folder.csv/inner.csv", "link.csv", "pipe.csv"])
        #expect(try inbox.bench.status().subjects["parcel"] == 3)
    }

    @Test func aFolderThatIsMissingIsSaidOnceAndReadWhenItIsThere() throws {
        let inbox = try InboxBench()
        let missing = inbox.bench.folder.path("missing")
        let reader = inbox.reader([InboxFolder(path: missing), InboxFolder(path: inbox.folder)])
        try inbox.drop("list.csv", Manifests.csv(3))
        let summary = try inbox.settleAndPass(reader)
        #expect(summary.obstacles.map(\.kind) == [.noSuchFolder])
        // The other folder goes on.
        #expect(summary.endings.map(\.name) == ["list.csv"])
        #expect(!FileManager.default.fileExists(atPath: missing))
        try inbox.settleAndPass(reader)
        #expect(inbox.notices.count { if case .obstacle = $0 { true } else { false } } == 1)
        #expect(try inbox.bench.read { try $0.inbox(missing)?.trouble } != nil)
        try FileManager.default.createDirectory(atPath: missing, withIntermediateDirectories: true)
        try inbox.drop("late.csv", Manifests.csv(4), in: missing)
        let after = try inbox.settleAndPass(reader)
        #expect(after.obstacles.isEmpty && after.endings.map(\.name) == ["late.csv"])
        #expect(try inbox.bench.read { try $0.inbox(missing)?.trouble } == nil)
    }

    /// Where something that is no folder has the name of one, nothing can be put aside, whoever runs this.
    @Test func aFileThatCannotBeMovedIsTakenOnceAndMovedLater() throws {
        let inbox = try InboxBench()
        let reader = inbox.reader()
        try inbox.drop("done", "in the way")
        try inbox.drop("list.csv", Manifests.csv(3))
        let first = try inbox.settleAndPass(reader)
        #expect(first.endings.isEmpty && first.obstacles.map(\.kind) == [.notMovable])
        #expect(try inbox.bench.status().messages == 1)
        let trouble = try #require(try inbox.record()?.trouble)
        #expect(trouble.contains("list.csv"))
        // It is not tried in every pass, and said once.
        for _ in 0..<5 { try inbox.settleAndPass(reader) }
        #expect(inbox.notices.count { if case .obstacle = $0 { true } else { false } } == 1)
        try FileManager.default.removeItem(atPath: inbox.folder + "/done")
        inbox.turn(by: .minutes(2))
        let last = try inbox.settleAndPass(reader)
        #expect(last.endings.map(\.accounting) == [Accounting(items: 3, mapped: 3)])
        #expect(last.obstacles.isEmpty)
        #expect(try inbox.names() == ["done/list.csv"])
        #expect(try inbox.record()?.trouble == nil)
    }

    /// A file that may not be read cannot be made by root, who runs tests in many places: the folder of the daemon's own
    /// tests has one. Here it is gone, which is no trouble.
    @Test func aFileThatIsGoneBeforeItIsReadIsNoTrouble() throws {
        let inbox = try InboxBench()
        try inbox.drop("list.csv", Manifests.csv(2))
        let entry = try #require(try FolderListing(inbox.folder).entries.first)
        try FileManager.default.removeItem(atPath: inbox.folder + "/list.csv")
        #expect(try InboxFile.read(entry, in: inbox.folder) == nil)
    }

    @Test func aFileThatChangesBetweenLookingAndReadingIsNotRead() throws {
        let inbox = try InboxBench()
        try inbox.drop("list.csv", Manifests.csv(3))
        let entry = try #require(try FolderListing(inbox.folder).entries.first)
        try inbox.drop("list.csv", Manifests.csv(4))
        #expect(try InboxFile.read(entry, in: inbox.folder) == nil)
        // Nor what has taken its name meanwhile.
        try FileManager.default.removeItem(atPath: inbox.folder + "/list.csv")
        #expect(mkfifo(inbox.folder + "/list.csv", 0o644) == 0)
        #expect(try InboxFile.read(entry, in: inbox.folder) == nil)
    }

    @Test func aFileThatIsWrittenOnWhileItIsTakenStaysAndIsTakenWhole() throws {
        let inbox = try InboxBench(start: .hours(-1))
        let path = inbox.folder + "/list.csv"
        try inbox.drop("list.csv", Manifests.csv(3))
        // The report is made between the import and the move.
        let isFirst = Once()
        let reader = inbox.reader(report: { ending in
            if isFirst.take() { try? Data(Manifests.csv(5).utf8).write(to: URL(fileURLWithPath: path)) }
            return InboxBench.report(ending)
        })
        #expect(try reader.passAndWait().growing == 1)
        #expect(try inbox.settleAndPass(reader).endings.isEmpty)
        #expect(try inbox.bench.status().messages == 1)
        #expect(try inbox.names() == ["list.csv"])
        #expect(try inbox.settleAndPass(reader).growing == 1)
        let counts = try #require(try inbox.settleAndPass(reader).endings.first?.accounting)
        #expect(counts.items == 5 && counts.rejected == 0)
        #expect(try inbox.bench.status().subjects["parcel"] == 5)
        #expect(try inbox.names() == ["done/list.csv"])
        #expect(try inbox.text("done/list.csv") == Manifests.csv(5))
    }

    @Test func anEmptyFileIsRejectedOnlyWhenNobodyFillsIt() throws {
        let inbox = try InboxBench()
        let reader = inbox.reader()
        try inbox.drop("list.csv", "")
        #expect(try inbox.settleAndPass(reader).growing == 1)
        inbox.turn(by: .minutes(1))
        #expect(try inbox.settleAndPass(reader).endings.first?.rejection?.kindWord == "empty")
    }

    @Test func aFileOfOneGibibyteIsRejectedUnread() throws {
        let inbox = try InboxBench()
        let path = inbox.folder + "/huge.csv"
        try inbox.drop("huge.csv", "")
        #expect(truncate(path, Int(InboxFile.mostBytes) + 1) == 0)
        let ending = try #require(try inbox.settleAndPass(inbox.reader()).endings.first)
        #expect(ending.rejection?.kindWord == "too-large" && ending.sha256 == nil)
        #expect(try inbox.names() == ["rejected/huge.csv"])
    }

    @Test func aNameInAnotherEncodingIsTakenAndPutAside() throws {
        let inbox = try InboxBench()
        let bytes: [UInt8] = Array((inbox.folder + "/").utf8) + [0xD4, 0xCB, 0xB5, 0xA5] + Array(".csv".utf8) + [0]
        let descriptor = open(bytes.map { CChar(bitPattern: $0) }, O_WRONLY | O_CREAT, 0o644)
        let text = Array(Manifests.csv(3).utf8)
        #expect(write(descriptor, text, text.count) == text.count)
        close(descriptor)
        let ending = try #require(try inbox.settleAndPass(inbox.reader()).endings.first)
        #expect(ending.accounting == Accounting(items: 3, mapped: 3))
        #expect(ending.movedTo?.hasSuffix(".csv") == true)
        #expect(try inbox.names().filter { !$0.hasPrefix("done/") } == [])
    }
}

/// True the first time.
private final class Once: @unchecked Sendable {
    // @unchecked: `isTaken` is touched only while the lock is held.
    private let lock = NSLock()
    private var isTaken = false

    func take() -> Bool {
        lock.withLock {
            defer { isTaken = true }
            return !isTaken
        }
    }
}
