import Foundation
import TestSupport
import Testing

/// What the daemon holds in memory while a carrier sends without measure.
@Suite(.timeLimit(.minutes(5)))
struct MemoryTests {
    private let folder: TemporaryFolder
    private let daemon: BuiltProgram
    private let lookup: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        daemon = try BuiltProgram("caravand")
        lookup = try BuiltProgram("caravan")
    }

    /// The peak of one pass that asks the carrier at `address` about one container, in bytes.
    private func peak(at address: String, _ name: String, status: Int32) throws -> Int {
        let settings = folder.path("\(name).yaml")
        try """
        carriers:
          - { name: line-a, profile: dcsa, base_url: "\(address)", secret: env:KEY, rate: 1000/s, interval: 1h }
        """.write(toFile: settings, atomically: true, encoding: .utf8)
        let common = ["--database", folder.path("\(name).db"), "--settings", settings]
        let watching = try lookup.run(["watch", "MRKU9465770", "--carrier", "line-a"] + common)
        #expect(watching.status == 0, "\(watching.errors)")
        let weighed = try daemon.weigh(["sync"] + common, environment: ["KEY": "secret"])
        #expect(weighed.status == status, "\(name)")
        return weighed.peak
    }

    /// 8 MiB are the most that an answer may hold; a quarter of a gigabyte is what the packed one would become.
    @Test func anAnswerWithoutMeasureAddsAtMost32MiB() throws {
        let calm = try LoopbackServer { _ in .json("[]") }
        let usual = try peak(at: calm.url, "calm", status: 0)
        let server = try FaultServer(whole: "[]")
        for fault in [Fault.endless, .announcedAsEndless, .bomb, .manyHeaders, .longHeader, .tooDeep] {
            let peak = try peak(at: server.url(fault), fault.rawValue, status: 69)
            #expect(peak - usual <= 32 << 20, "\(fault): \((peak - usual) >> 10) KiB more than \(usual >> 10) KiB")
        }
    }
}
