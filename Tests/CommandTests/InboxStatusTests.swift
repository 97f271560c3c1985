import Foundation
import Store
import Terminal
import TestSupport
import Testing
import Tracking

/// What `caravan status` says of the folders.
struct InboxStatusTests {
    private let counter: Counter
    private let settings: String
    private let folder: String

    /// One folder for manifests that come by 18:00 in Beijing, which is 10:00 in UTC, and another one.
    init() throws {
        counter = try Counter()
        folder = counter.folder.path("in")
        settings = try Self.write(counter, second: "dcsa")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private static func write(_ counter: Counter, second: String) throws -> String {
        try counter.file(
            "caravan.yaml",
            """
            inbox:
              - { path: in, profile: manifest, expect: daily 18:00 }
              - { path: other, profile: \(second) }
            """)
    }

    private func instant(_ text: String) throws -> Instant {
        try TimeReader().read(text, zone: "UTC", place: nil, assumed: nil, reference: nil).instant
    }

    private func watch(since text: String) throws {
        try StoreWriter(path: counter.database).watchInboxes([folder], now: try instant(text))
    }

    private func note(_ change: InboxChange) throws {
        try StoreWriter(path: counter.database).note(change, inbox: folder)
    }

    private func first(at now: String) throws -> [String: Any] {
        let ending = try counter.run(["status", "--json", "--settings", settings], at: now)
        let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
        return try #require((object?["inbox"] as? [[String: Any]])?.first, "\(ending.errors)")
    }

    @Test func aFolderThatGotNothingIsLateFromItsDeadline() throws {
        try watch(since: "2026-11-23T01:00Z")
        let before = try first(at: "2026-11-23T09:59Z")
        #expect(before["lateSince"] is NSNull)
        #expect(before["expectedAt"] as? String == "2026-11-23T10:00:00Z")
        #expect(try first(at: "2026-11-23T10:00Z")["lateSince"] as? String == "2026-11-23T10:00:00Z")
        let text = try counter.run(["status", "--settings", settings], at: "2026-11-23T13:30Z")
        let line = try #require(text.output.split(separator: "\n").first { $0.hasPrefix("LATE") })
        #expect(line.contains(folder) && line.contains("2026-11-23 18:00 +08:00") && line.contains("3 h 30 min"))
        // What came and was rejected is no arrival, and is shown.
        try note(.rejected(at: try instant("2026-11-23T09:55Z"), name: "bad.csv", reason: "no profile recognises it"))
        let after = try first(at: "2026-11-23T13:30Z")
        #expect(after["lateSince"] as? String == "2026-11-23T10:00:00Z")
        #expect(after["lastRejected"] as? String == "bad.csv")
        let shown = try counter.run(["status", "--settings", settings], at: "2026-11-23T13:30Z").output
        #expect(shown.contains("bad.csv came 2026-11-23 17:55 +08:00: no profile recognises it"), "\(shown)")
        try note(.arrived(at: try instant("2026-11-23T13:31Z"), name: "good.csv", message: nil))
        let good = try first(at: "2026-11-23T13:32Z")
        #expect(good["lateSince"] is NSNull && good["lastFile"] as? String == "good.csv")
        #expect(good["expectedAt"] as? String == "2026-11-24T10:00:00Z")
    }

    @Test func aFolderThatNobodyReadsIsNotLateButSaidToBeUnread() throws {
        try counter.take("parcel,container\n", as: "empty.csv")
        let output = try counter.run(["status", "--settings", settings]).output
        #expect(output.contains("never read yet") && !output.contains("LATE"), "\(output)")
        #expect(try first(at: "2026-11-23T10:00Z")["readSince"] is NSNull)
    }

    @Test func whatAPersonImportsByHandHasComeToo() throws {
        try watch(since: "2026-11-23T01:00Z")
        try counter.take(Corridor.manifest, as: "by-mail.csv", at: "2026-11-23T12:00Z")
        let state = try first(at: "2026-11-23T12:30Z")
        #expect(state["lateSince"] is NSNull && state["lastFile"] as? String == "by-mail.csv")
        #expect(state["throughFolder"] as? Bool == false)
    }

    @Test func ofTwoFoldersForOneKindAnImportByHandIsNobodys() throws {
        try watch(since: "2026-11-23T01:00Z")
        _ = try Self.write(counter, second: "manifest")
        try counter.take(Corridor.manifest, as: "by-mail.csv", at: "2026-11-23T12:00Z")
        let state = try first(at: "2026-11-23T12:30Z")
        #expect(state["lateSince"] as? String == "2026-11-23T10:00:00Z" && state["lastFile"] is NSNull)
    }

    @Test func anImportOfWhichNothingCouldBeTakenIsNoArrival() throws {
        try watch(since: "2026-11-23T01:00Z")
        try counter.take("运单号,箱号\n1.2E+19,MRKU9465770\n", as: "bad.csv", at: "2026-11-23T12:00Z")
        #expect(try first(at: "2026-11-23T12:30Z")["lateSince"] as? String == "2026-11-23T10:00:00Z")
    }

    /// A daemon that was down takes in the next morning what came in the evening: it is the evening's table.
    @Test func aFileThatWasTakenLateCameWhenItCame() throws {
        try watch(since: "2026-11-20T01:00Z")
        try counter.take(Corridor.manifest, as: "evening.csv", at: "2026-11-24T01:00Z")
        try note(
            .arrived(
                at: try instant("2026-11-23T09:55Z"), name: "evening.csv", message: MessageID(rawValue: 1)))
        let state = try first(at: "2026-11-24T10:30Z")
        #expect(state["lastFileAt"] as? String == "2026-11-23T09:55:00Z")
        #expect(state["lateSince"] as? String == "2026-11-24T10:00:00Z")
    }

    @Test func whatStandsInTheFolderIsListed() throws {
        try watch(since: "2026-11-23T01:00Z")
        let files = FileManager.default
        for path in ["/waiting.csv", "/growing.csv.part", "/rejected/bad.csv", "/rejected/bad.csv.report.txt"] {
            let place = URL(fileURLWithPath: folder + path)
            try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("x".utf8).write(to: place)
        }
        #expect(mkfifo(folder + "/pipe", 0o644) == 0)
        let state = try first(at: "2026-11-23T02:00Z")
        #expect(state["waiting"] as? [String] == ["waiting.csv"])
        #expect(state["rejected"] as? [String] == ["bad.csv"])
        #expect(state["leftAlone"] as? [String] == ["pipe (pipe)"])
        #expect(state["trouble"] is NSNull)
        try files.removeItem(atPath: folder)
        #expect(try first(at: "2026-11-23T02:00Z")["trouble"] as? String == "there is no such folder, and none is made")
    }
}
