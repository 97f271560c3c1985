import Foundation
import GRDB
import Store
import TestSupport
import Testing

/// `kill -9` at any moment loses nothing that was accepted and invents nothing.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct CrashTests {
    private static let rounds = 50

    @Test func fiftyKillsUnderLoadLoseNothingAndDoubleNothing() async throws {
        let crashes = try Crashes()
        var generator = SeededGenerator(seed: 20_261_120)
        var roundsWithNews = 0
        var roundsCutShort = 0
        var file = try crashes.manifest(0)
        for round in 0..<Self.rounds {
            let before = try seen(crashes)
            try await killOnce(crashes, file, round, &generator)
            let after = try seen(crashes)
            #expect(before.isSubset(of: after), "round \(round)")
            try expectSoundness(crashes, round)
            if after.events.count > before.events.count { roundsWithNews += 1 }
            if try hasIncomplete(crashes) { roundsCutShort += 1 }
            guard round % 5 == 4 else { continue }
            try bringAgain(crashes, file, round)
            file = try crashes.manifest(round)
        }
        // Without work in hand a kill proves nothing.
        #expect(roundsWithNews >= 10)
        #expect(roundsCutShort >= 1)
        let polled = try crashes.ask { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM message WHERE channel = 'poll'") ?? 0
        }
        #expect(polled > 100)
        try await expectACleanStop(crashes)
        let sight = try seen(crashes)
        try expectSoundness(crashes, Self.rounds)
        #expect(sight.links.count > Crashes.rows * 10)
    }

    /// Lets a daemon and an import work for a while and kills both at once.
    private func killOnce(
        _ crashes: Crashes, _ file: String, _ round: Int, _ generator: inout SeededGenerator
    ) async throws {
        let asked = crashes.carrier.server.requests.count
        let daemon = try crashes.startDaemon()
        let importing = try crashes.startImport(file)
        // Every second time the moment is counted from the first question, so that opening the database and asking are
        // both hit whatever the machine takes to start a program.
        if round % 2 == 1, round > 5 { await crashes.carrier.server.waitForRequests(asked + 1) }
        // And every third time from the first rows of the import, so that one cut short is among them on any machine.
        let hasBegun = round % 3 == 0 ? try await waitForRows(crashes) : false
        let moment = Int.random(in: 1...(hasBegun ? 40 : 400), using: &generator)
        // The one wait that is the test itself.
        try await Task.sleep(for: .milliseconds(moment))
        let during = try? seen(crashes)
        kill(daemon.processIdentifier, SIGKILL)
        kill(importing.processIdentifier, SIGKILL)
        daemon.waitUntilExit()
        importing.waitUntilExit()
        guard let during else { return }
        #expect(during.isSubset(of: try seen(crashes)), "round \(round), killed after \(moment) ms")
    }

    /// Waits until some rows of an import are in the database and not all of them, for a second at most.
    private func waitForRows(_ crashes: Crashes) async throws -> Bool {
        for _ in 0..<200 {
            if FileManager.default.fileExists(atPath: crashes.database), (try? hasIncomplete(crashes)) == true {
                return true
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        return false
    }

    /// What a reader sees; nothing before there is a database.
    private func seen(_ crashes: Crashes) throws -> Sight {
        guard FileManager.default.fileExists(atPath: crashes.database) else {
            return try DatabaseQueue().read { try Sight($0) }
        }
        return try crashes.ask { try Sight($0) }
    }

    private func expectSoundness(_ crashes: Crashes, _ round: Int) throws {
        try crashes.ask { database in
            #expect(try String.fetchAll(database, sql: "PRAGMA quick_check") == ["ok"], "round \(round)")
            guard try database.tableExists("carrier") else { return }
            let unbalanced = try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM message WHERE items <> mapped + duplicate + unmapped + rejected
                    """)
            #expect(unbalanced == 0, "round \(round)")
            let twice = try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM event WHERE source_id <> '' GROUP BY source, source_id HAVING count(*) > 1)
                    """)
            #expect(twice == 0, "round \(round)")
            // The carrier never says the same twice, so every event is one mapped item of one message.
            let counts = try Row.fetchOne(
                database,
                sql: """
                    SELECT (SELECT count(*) FROM event WHERE source_id <> '') AS events,
                           (SELECT coalesce(sum(mapped), 0) FROM message WHERE channel = 'poll') AS mapped,
                           (SELECT count(*) FROM event WHERE message NOT IN (SELECT id FROM message)) AS orphans,
                           (SELECT count(*) FROM message WHERE channel = 'poll' AND complete = 0) AS incomplete
                    """)
            #expect(counts?["events"] as Int? == counts?["mapped"] as Int?, "round \(round)")
            #expect(counts?["orphans"] as Int? == 0 && counts?["incomplete"] as Int? == 0, "round \(round)")
        }
    }

    private func hasIncomplete(_ crashes: Crashes) throws -> Bool {
        try crashes.ask { database in
            guard try database.tableExists("message") else { return false }
            return try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM message WHERE complete = 0)") ?? false
        }
    }

    private func bringAgain(_ crashes: Crashes, _ file: String, _ round: Int) throws {
        let ending = try crashes.bring(file)
        #expect(ending.status == 0, "round \(round): \(ending.errors)")
        try crashes.ask { database in
            let incomplete = try Int.fetchOne(database, sql: "SELECT count(*) FROM message WHERE complete = 0")
            #expect(incomplete == 0, "round \(round)")
        }
        let again = try crashes.bring(file)
        #expect(again.output.contains("\"duplicate\":\(Crashes.rows),"), "round \(round): \(again.output)")
    }

    private func expectACleanStop(_ crashes: Crashes) async throws {
        let asked = crashes.carrier.server.requests.count
        let daemon = try crashes.startDaemon()
        await crashes.carrier.server.waitForRequests(asked + 5)
        let start = ContinuousClock.now
        kill(daemon.processIdentifier, SIGTERM)
        daemon.waitUntilExit()
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(daemon.terminationReason == .exit && daemon.terminationStatus == 0)
        // Every answer that the carrier gave and the daemon had read is there; none is half there.
        let queued = try crashes.ask { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM poll WHERE answer = 'failed'")
        }
        #expect(queued == 0)
    }

    @Test func theWriterFlushesEveryCommit() throws {
        let folder = try TemporaryFolder()
        let pragmas = try StoreWriter(path: folder.path("caravan.db")).pragmas()
        #expect(pragmas["synchronous"] == "2")
        #expect(pragmas["journal_mode"] == "wal")
    }

    @Test(.enabled(if: OtherUser.isAvailable, "only root can become another user, and needs setpriv"))
    func anotherUserCanReadAfterACleanStop() async throws {
        let crashes = try Crashes()
        #expect(try crashes.bring(crashes.manifest(0)).status == 0)
        try await expectACleanStop(crashes)
        // A copy where the other account can reach it.
        let copy = try BuiltProgram("caravan").copied(into: crashes.folder)
        let ending = try crashes.status(runner: OtherUser.runner, program: copy)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("\"parcel\":\(Crashes.rows)"), "\(ending.output)")
    }

    @Test func aSecondDaemonRefusesAndTheFirstGoesOn() async throws {
        let crashes = try Crashes()
        #expect(try crashes.bring(crashes.manifest(0)).status == 0)
        let first = try crashes.startDaemon()
        await crashes.carrier.server.waitForRequests(3)
        let second = try crashes.startDaemon()
        second.waitUntilExit()
        #expect(second.terminationStatus == 75)
        let asked = crashes.carrier.server.requests.count
        await crashes.carrier.server.waitForRequests(asked + 3)
        kill(first.processIdentifier, SIGTERM)
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
    }
}
