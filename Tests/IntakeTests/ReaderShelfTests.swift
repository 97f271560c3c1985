import Foundation
import Intake
import Messages
import Store
import TestSupport
import Testing
import Tracking

/// An intake keeps its readers; nothing of one file may show in the next.
struct ReaderShelfTests {
    private static let names = [
        "taf/5020.xml", "taf/3003.xml", "taf/4005-departed.xml", "taf/4005-passed.xml", "taf/5006.xml",
    ]

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    private static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    /// Messages of several profiles among each other, one that breaks off, and one that answers about a number.
    private func files() throws -> [(name: String, body: [UInt8], profile: String, about: [Subject])] {
        var files = try Self.names.map { (name: $0, body: try Self.bytes($0), profile: "taf", about: [Subject]()) }
        let table = Manifests.csv(30, broken: [3])
        files.insert(("whole.csv", Array(table.utf8), "manifest", []), at: 1)
        files.insert(("cut.csv", Array((table + "\"YT0000000000099999,BAG1").utf8), "manifest", []), at: 2)
        files.insert(("cut.xml", Array(try Self.bytes("taf/5020.xml").prefix(2500)), "taf", []), at: 3)
        let other = Subject(.wagon, Scheme(rawValue: "uic-wagon"), "335608000758")
        files.insert(("asked.xml", try Self.bytes("taf/3003.xml") + [0x0A], "taf", [other]), at: 4)
        files.append(("more.csv", Array(Manifests.csv(60).utf8), "manifest", []))
        return files
    }

    /// What becomes of the files, and the digest of all that is known afterwards.
    private func outcome(_ intake: (Bench) -> FileIntake) throws -> (accounts: [Accounting?], digest: String) {
        let bench = try Bench()
        var accounts: [Accounting?] = []
        for file in try files() {
            let profile = try #require(bench.library.profile(named: file.profile))
            let result = try? intake(bench).take(
                file.body, name: file.name, profile: profile, about: file.about, receivedAt: Bench.now)
            accounts.append(result?.accounting)
        }
        return (accounts, try bench.digest())
    }

    @Test func aKeptReaderReadsLikeANewOne() throws {
        let kept = try outcome(\.files)
        let new = try outcome { FileIntake(writer: $0.writer, room: ReadingRoom(), library: $0.library) }
        #expect(kept.accounts == new.accounts)
        #expect(kept.digest == new.digest)
        #expect(kept.accounts.contains(nil) && kept.accounts.compactMap(\.self).count >= 6)
    }

    @Test func aProfileMendedUnderItsNameReadsByItsNewText() throws {
        let bench = try Bench()
        for (day, text) in [(20, TellerProfile.text), (21, TellerProfile.changed), (22, TellerProfile.text)] {
            let event = #"{"k": "container", "c": "MRKU9465770", "m": "B", "at": "2026-11-\#(day)T06:00:00Z"}"#
            _ = try bench.files.take(
                Array(#"{"told": [{"e": [\#(event)]}]}"#.utf8), name: "\(day).json",
                profile: Profile(yaml: text, file: "teller.yaml"), receivedAt: Bench.now)
        }
        let events = try bench.read { session in
            try session.subjects(code: "MRKU9465770").flatMap { try session.dossier(of: $0).events }
        }
        #expect(
            events.sorted { $0.time.instant < $1.time.instant }.map(\.milestone) == [.arrived, .gatedIn, .arrived])
    }
}
