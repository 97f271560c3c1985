import Foundation
import TestSupport
import Testing

/// `caravand sync`, run after run as cron starts it, is one asker that keeps its manners.
@Suite(.timeLimit(.minutes(5)))
struct CarrierMannersTests {
    private static let boxes = ["MRKU9465770", "MSCU6639870", "TBJU9164783", "CRXU9243972", "RZDU9323169"]

    /// Watches five boxes of a carrier with these settings, and runs `sync` so often; returns how many requests came.
    private func requests(_ settings: String, runs: Int, _ answer: ScriptedResponse = .json("[]")) throws -> Int {
        let server = try LoopbackServer { _ in answer }
        let folder = try TemporaryFolder()
        let file = folder.path("caravan.yaml")
        try """
        carriers:
          - { name: line-a, profile: dcsa, base_url: "\(server.url)", secret: env:KEY, concurrent: 2, \(settings) }
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let common = ["--database", folder.path("caravan.db"), "--settings", file]
        let watched = try BuiltProgram("caravan").run(["watch"] + Self.boxes + ["--carrier", "line-a"] + common)
        #expect(watched.status == 0, "\(watched.errors)")
        for _ in 0..<runs {
            let ending = try BuiltProgram("caravand").run(
                ["sync", "--max-time", "5m"] + common, environment: ["KEY": "secret"])
            #expect([0, 69, 75].contains(ending.status), "\(ending.errors)")
        }
        return server.requests.count
    }

    @Test func runsInARowHaveOneBurst() throws {
        #expect(try requests("rate: 1/h", runs: 3) == 2)
    }

    @Test func runsInARowHaveOneQuota() throws {
        #expect(try requests("rate: 1000/s, quota: 3/day", runs: 3) == 3)
    }

    @Test func aCarrierThatRefusesIsAskedOnceByRunsInARow() throws {
        #expect(try (1...2).contains(requests("rate: 1000/s", runs: 3, .json("{}", status: 401))))
    }

    @Test func inTheQuietHoursOfAZoneNobodyIsAsked() throws {
        func clock(_ hours: Double) -> String {
            let format = Date.VerbatimFormatStyle(
                format: "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)",
                timeZone: TimeZone(identifier: "Asia/Almaty") ?? .gmt, calendar: Calendar(identifier: .gregorian))
            return Date(timeIntervalSinceNow: hours * 3600).formatted(format)
        }
        let around = "quiet: \"\(clock(-2))-\(clock(2))\", quiet_zone: Asia/Almaty"
        #expect(try requests("rate: 1000/s, \(around)", runs: 2) == 0)
        let later = "quiet: \"\(clock(4))-\(clock(8))\", quiet_zone: Asia/Almaty"
        #expect(try requests("rate: 1000/s, \(later)", runs: 1) == 5)
    }
}
