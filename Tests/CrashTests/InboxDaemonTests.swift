import Foundation
import TestSupport
import Testing

/// Folders as the daemon and cron's pass read them.
@Suite(.timeLimit(.minutes(10)))
struct InboxDaemonTests {
    @Test func aManifestThatIsDroppedIsFound() async throws {
        let post = try InboxPost()
        let daemon = try post.startDaemon()
        try post.drop("list.csv", InboxPost.manifest(3))
        #expect(await post.waits { try post.names() == ["done/list.csv"] })
        let track = try post.caravan("track", "YT0000000000000002", "--json")
        #expect(track.status == 0 && track.output.contains("MRKU9465770"), "\(track.output)\(track.errors)")
        // Cron's pass leaves the work to the daemon.
        try post.drop("second.csv", InboxPost.manifest(4))
        let sync = try post.sync()
        #expect(sync.status == 0 && sync.output.isEmpty && sync.errors.isEmpty)
        #expect(await post.waits { try post.names() == ["done/list.csv", "done/second.csv"] })
        kill(daemon.processIdentifier, SIGTERM)
        daemon.waitUntilExit()
        #expect(daemon.terminationReason == .exit && daemon.terminationStatus == 0)
        #expect(try post.caravan("status").output.contains("last second.csv"))
        // One line for each file.
        let log = try String(contentsOfFile: post.log, encoding: .utf8).split(separator: "\n")
        #expect(log.count == 2, "\(log)")
        for (line, name) in zip(log, ["list.csv", "second.csv"]) {
            #expect(line.hasPrefix("notice: \(post.inbox)/\(name): manifest, "), "\(line)")
            #expect(line.contains("now in done/\(name)"), "\(line)")
        }
    }

    @Test func cronHearsOnlyOfFilesThatSomebodyShouldLookAt() throws {
        let post = try InboxPost()
        try post.drop("list.csv", InboxPost.manifest(3))
        let good = try post.sync()
        #expect(good.status == 0 && good.output.isEmpty && good.errors.isEmpty, "\(good.errors)")
        #expect(try post.names() == ["done/list.csv"])
        try post.drop("letter.txt", "Dear Sir or Madam\n")
        try post.drop("\u{1B}[2Jx\nerror: y.txt", "Dear Sir or Madam\n")
        try post.drop("damaged.csv", InboxPost.manifest(2) + "1.2E+19,MRKU9465770,,\n")
        let bad = try post.sync("--json")
        #expect(bad.status == 1)
        #expect(bad.errors.contains("letter.txt: rejected: ") && bad.errors.contains("1 rejected"), "\(bad.errors)")
        // A name cannot forge a line or reach the terminal.
        #expect(!(bad.errors + bad.output).contains("\u{1B}"))
        #expect(bad.errors.split(separator: "\n").count == 3, "\(bad.errors)")
        #expect(bad.output.contains(#""movedTo":"rejected/letter.txt""#), "\(bad.output)")
        #expect(
            try post.names()
                == ["done/damaged.csv", "done/list.csv", "rejected/\u{1B}[2Jx\nerror: y.txt", "rejected/letter.txt"])
        let report = try post.text("done/damaged.csv.report.txt")
        #expect(report.contains("line 4") && report.contains("1.2E+19"), "\(report)")
        #expect(try post.text("rejected/letter.txt.report.json").contains("\"error\""))
        let quiet = try post.sync()
        #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
        #expect(try post.caravan("status").output.contains("letter.txt"))
    }

    @Test func aFolderThatIsMissingIsToldInEachPass() throws {
        let post = try InboxPost()
        try FileManager.default.removeItem(atPath: post.inbox)
        for _ in 0..<2 {
            let ending = try post.sync()
            #expect(ending.status == 66 && ending.errors.contains("there is no such folder"), "\(ending.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: post.inbox))
    }

    @Test(.enabled(if: OtherUser.isAvailable, "only root can become another user, and needs setpriv"))
    func aFileThatMayNotBeReadIsToldAndTheOthersGoOn() throws {
        let post = try InboxPost()
        let daemon = try post.copyOfDaemon()
        for path in [post.folder.url.path, post.inbox] { #expect(chmod(path, 0o777) == 0) }
        try post.drop("locked.csv", InboxPost.manifest(2))
        try post.drop("open.csv", InboxPost.manifest(3))
        #expect(chmod(post.inbox + "/locked.csv", 0o600) == 0)
        let ending = try post.sync(of: daemon, as: OtherUser.runner)
        #expect(ending.status == 75, "\(ending.errors)")
        #expect(ending.errors.contains("locked.csv: Permission denied"), "\(ending.errors)")
        #expect(try post.names() == ["done/open.csv", "locked.csv"])
        // A folder in which nothing may be moved: taken, told, and moved when it may.
        try post.drop("third.csv", InboxPost.manifest(4))
        #expect(chmod(post.inbox + "/locked.csv", 0o644) == 0 && chmod(post.inbox, 0o755) == 0)
        let second = try post.sync(of: daemon, as: OtherUser.runner)
        #expect(second.status == 75 && second.errors.contains("third.csv: it cannot be moved"), "\(second.errors)")
        #expect(try post.names() == ["done/open.csv", "locked.csv", "third.csv"])
        #expect(try post.ask("SELECT count(*) FROM message") == 3)
        #expect(chmod(post.inbox, 0o777) == 0)
        #expect(try post.sync(of: daemon, as: OtherUser.runner).status == 0)
        #expect(try post.names() == ["done/locked.csv", "done/open.csv", "done/third.csv"])
        #expect(try post.ask("SELECT count(*) FROM message") == 3)
    }

    @Test func aProfileThatThereIsNotIsToldBeforeAnythingIsRead() throws {
        let post = try InboxPost(profile: "manifesto")
        try post.drop("list.csv", InboxPost.manifest(1))
        let ending = try post.sync()
        #expect(ending.status == 78 && ending.errors.contains("there is no profile manifesto"), "\(ending.errors)")
        #expect(try post.names() == ["list.csv"])
    }

    @Test func aLongFileDoesNotHoldUpTheEnd() async throws {
        let post = try InboxPost()
        let daemon = try post.startDaemon()
        try post.drop("long.csv", InboxPost.manifest(100_000))
        #expect(await post.waits { try post.ask("SELECT count(*) FROM message WHERE complete = 0") == 1 })
        let start = ContinuousClock.now
        kill(daemon.processIdentifier, SIGTERM)
        daemon.waitUntilExit()
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(daemon.terminationReason == .exit && daemon.terminationStatus == 0)
        #expect(try post.names() == ["long.csv"])
        #expect(try post.caravan("track", "YT0000000000000002", "--json").output.contains(#""links":[]"#))
    }

    @Test func killedAtAnyMomentNothingIsLostAndNothingIsTwice() async throws {
        let post = try InboxPost()
        var generator = SeededGenerator(seed: 20_261_124)
        var rows: [String: Int] = [:]
        func drop(_ number: Int, _ count: Int) throws {
            let name = "list-\(number).csv"
            rows[name] = count
            // As a mail program does: written under another name and renamed.
            try post.drop(name + ".part", InboxPost.manifest(count, from: number * 10_000))
            try FileManager.default.moveItem(
                atPath: post.inbox + "/" + name + ".part", toPath: post.inbox + "/" + name)
        }
        func done() throws -> Int { try post.names().count { $0.hasPrefix("done/") } }
        for number in 0..<60 { try drop(number, number % 8 == 7 ? 2300 : 40) }
        var roundsWithWork = 0
        for round in 0..<16 {
            let before = try done()
            let daemon = try post.startDaemon()
            try drop(100 + round, 20)
            // Two of three times from the first file on, so that work is under way on any machine; the kill itself is
            // the test.
            if round % 3 != 2, before < 50 { #expect(await post.waits { try done() > before }) }
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...60, using: &generator)))
            kill(daemon.processIdentifier, SIGKILL)
            daemon.waitUntilExit()
            if try done() > before { roundsWithWork += 1 }
        }
        #expect(roundsWithWork >= 3)
        #expect(try post.sync().status == 0)
        #expect(try post.names() == rows.keys.map { "done/" + $0 }.sorted())
        for (name, count) in rows {
            #expect(try post.text("done/" + name).split(separator: "\n").count == count + 1)
            #expect(try post.text("done/\(name).report.txt").contains("rows      \(count): "))
        }
        let total = rows.values.reduce(0, +)
        #expect(try post.ask("SELECT count(*) FROM message") == rows.count)
        #expect(try post.ask("SELECT count(*) FROM message WHERE complete = 0") == 0)
        #expect(try post.ask("SELECT sum(items) FROM message WHERE items = mapped + duplicate") == total)
        #expect(
            try post.ask("SELECT count(*) FROM subject WHERE code LIKE 'YT%'") == total, "\(rows.count) files")
    }
}
