import Foundation
import GRDB
import Store
import TestSupport
import Testing

/// A replay that is killed has applied whole turns; the next one finds and applies what is left.
@Suite(.timeLimit(.minutes(5)))
struct ReplayCrashTests {
    private static let rows = 8000

    @Test func aReplayThatIsKilledAgainAndAgainEndsWhereItWouldHave() async throws {
        let crashes = try Crashes()
        let program = try BuiltProgram("caravan")
        #expect(try crashes.bring(try manifest(crashes.folder)).status == 0)
        let shown = try program.run(["carriers", "show", "manifest"]).output
        let profile = crashes.folder.path("manifest.yaml")
        let changed = shown.replacing("'weight_kg'", with: "'gross_kg'")
        #expect(changed != shown)
        try changed.write(toFile: profile, atomically: true, encoding: .utf8)

        var random = SeededGenerator(seed: 7)
        var cutShort = 0
        let lock = try FileLock(path: DatabaseFile(path: crashes.database).writeLockPath)
        for round in 0..<6 {
            let replay = try program.start(["replay", "--database", crashes.database, "--profile", profile])
            let known = try count(crashes).new
            if round % 3 == 0 {
                // Somewhere while it reads, or in the middle of a turn.
                try await Task.sleep(for: .milliseconds(Int.random(in: 1...400, using: &random)))
            } else {
                try await waitForTurn(lock, replay) { try count(crashes).new > known }
            }
            kill(replay.processIdentifier, SIGKILL)
            replay.waitUntilExit()
            lock.release()
            let after = try count(crashes)
            #expect(after.old + after.new == Self.rows, "every parcel is stated once")
            if after.old > 0, after.new > known { cutShort += 1 }
            if after.old == 0 { break }
        }
        #expect(cutShort > 0, "without work in hand a kill proves nothing")
        let ending = try program.run(["replay", "--database", crashes.database, "--profile", profile])
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(try count(crashes) == (0, Self.rows))
        let again = try program.run(["replay", "--database", crashes.database, "--profile", profile])
        #expect(again.output.contains("nothing to correct"), "\(again.output)")
        let problems = try crashes.ask { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        #expect(problems == ["ok"])
    }

    /// Gets hold of the write lock between two turns, as soon as one has changed something. Nobody tells when another
    /// process lets go of a lock, so it is asked again and again; how long it waits between decides nothing.
    private func waitForTurn(_ lock: FileLock, _ replay: Process, _ hasChanged: () throws -> Bool) async throws {
        while replay.isRunning {
            guard lock.tryAcquire() else {
                try await Task.sleep(for: .microseconds(100))
                continue
            }
            if try hasChanged() { return }
            lock.release()
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    private func manifest(_ folder: TemporaryFolder) throws -> String {
        var text = "parcel,container,Weight KG\n"
        for row in 0..<Self.rows { text += "YT000000000\(1_000_000 + row),MRKU9465770,0.\(row % 9 + 1)\n" }
        let path = folder.path("weights.csv")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    /// Parcels of which the weight is stated under its old and under its new name.
    private func count(_ crashes: Crashes) throws -> (old: Int, new: Int) {
        try crashes.ask { database in
            func count(_ name: String) throws -> Int {
                try Int.fetchOne(
                    database,
                    sql: "SELECT count(*) FROM fact JOIN term ON term.id = form WHERE text LIKE ?",
                    arguments: ["%\"\(name)%"]) ?? 0
            }
            return (try count("weight_kg"), try count("gross_kg"))
        }
    }
}
