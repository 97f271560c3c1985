import Foundation
import GRDB
import Store
import TestSupport
import Testing

/// A replay that is killed has applied whole turns; the next one finds and applies what is left.
@Suite(.timeLimit(.minutes(5)))
struct ReplayCrashTests {
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
        for _ in 0..<20 {
            let replay = try program.start(["replay", "--database", crashes.database, "--profile", profile])
            let limit = ContinuousClock.now + .milliseconds(Int.random(in: 20...1500, using: &random))
            let known = try count(crashes).new
            // From the first turn on, where it comes to that.
            while replay.isRunning, ContinuousClock.now < limit, try count(crashes).new == known {
                try await Task.sleep(for: .milliseconds(1))
            }
            kill(replay.processIdentifier, SIGKILL)
            replay.waitUntilExit()
            let after = try count(crashes)
            #expect(after.old + after.new == Crashes.rows, "every parcel is stated once")
            if after.old > 0, after.new > 0 { cutShort += 1 }
            if after.old == 0 { break }
        }
        #expect(cutShort > 0, "without work in hand a kill proves nothing")
        let ending = try program.run(["replay", "--database", crashes.database, "--profile", profile])
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(try count(crashes) == (0, Crashes.rows))
        let again = try program.run(["replay", "--database", crashes.database, "--profile", profile])
        #expect(again.output.contains("nothing to correct"), "\(again.output)")
        let problems = try crashes.ask { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        #expect(problems == ["ok"])
    }

    private func manifest(_ folder: TemporaryFolder) throws -> String {
        var text = "parcel,container,Weight KG\n"
        for row in 0..<Crashes.rows { text += "YT000000000\(1_000_000 + row),MRKU9465770,0.\(row % 9 + 1)\n" }
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
