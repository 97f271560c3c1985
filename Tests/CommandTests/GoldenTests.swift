import Foundation
import Terminal
import TestSupport
import Testing

/// Whole documents that programs of others read: a change here is a change of the interface.
///
/// `RECORD_GOLDEN=1` writes them anew.
struct GoldenTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    private func compare(_ output: String, with name: String) throws {
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Commands/\(name)")
        // Where the database lies and how large it is differs from run to run.
        let text = output.replacingOccurrences(of: counter.database, with: "DATABASE")
            .replacingOccurrences(of: #""bytes": [0-9]+"#, with: #""bytes": 0"#, options: .regularExpression)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == text, "\(name)")
    }

    private func fill() async throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        try counter.take(
            Corridor.page(
                Corridor.event(1, "GTIN", at: "2026-11-19T09:00:00+08:00"),
                Corridor.event(2, "LOAD", at: "2026-11-20T10:15:00+08:00"),
                Corridor.event(3, "DEPA", at: "2026-11-20T14:56:00+08:00", transport: true),
                Corridor.event(
                    4, "ARRI", at: "2026-11-21T22:00:00+08:00", place: "CNAKL", transport: true,
                    classifier: "EST"),
                Corridor.event(5, "XYZZ", at: "2026-11-20T15:00:00+08:00")),
            as: "events.json", at: "2026-11-21T01:00Z")
    }

    @Test func track() async throws {
        try await fill()
        let ending = try counter.run(["track", "SO-1", Corridor.box, "YT9999999999999999", "--json"], isScreen: true)
        #expect(ending.status == .attention)
        try compare(ending.output, with: "track.json")
    }

    @Test func trackText() async throws {
        try await fill()
        let ending = try counter.run(["track", Corridor.parcel, Corridor.box, "YT9999999999999999"])
        try compare(ending.output, with: "track.txt")
    }

    @Test func train() async throws {
        try await fill()
        try compare(try counter.run(["train", "x8157", "--json"], isScreen: true).output, with: "train.json")
        try compare(try counter.run(["train", "X8157@2026-11-20"]).output, with: "train.txt")
    }

    @Test func status() async throws {
        try await fill()
        try compare(try counter.run(["status", "--json"], isScreen: true).output, with: "status.json")
    }

    @Test func lists() async throws {
        try await fill()
        for (name, arguments) in [
            ("list", ["list"]), ("trains", ["trains"]), ("stats", ["stats", "--by", "country", "--gaps"]),
        ] {
            try compare(try counter.run(arguments).output, with: "\(name).txt")
            try compare(try counter.run(arguments + ["--json"], isScreen: true).output, with: "\(name).json")
            try compare(try counter.run(arguments + ["--csv"]).output, with: "\(name).csv")
        }
    }

    @Test func tables() async throws {
        try await fill()
        for (name, arguments) in [("track", ["track", "SO-1", "YT9999999999999999"]), ("train", ["train", "X8157"])] {
            try compare(try counter.run(arguments + ["--csv"]).output, with: "\(name).csv")
        }
        #expect(try counter.run(["status", "--csv"]).output.hasPrefix("what,value\r\ndatabase,"))
        #expect(
            try counter.run(["carriers", "--csv"]).output.hasPrefix(
                "profile,reads,asks about,events,links,aliases,ETA,history,"))
    }

    @Test func importing() async throws {
        let manifest = try counter.file("manifest.csv", Corridor.manifest)
        let broken = try counter.file("broken.csv", "运单号,箱号\nYT2415800000000009,MRKU9465770\n1.2E+19,MRKU9465770\n")
        let unknown = try counter.file("letter.txt", "Dear Sir or Madam\n")
        let ending = try counter.run(["import", manifest, broken, unknown, "--json"], isScreen: true)
        #expect(ending.status == .attention)
        try compare(ending.output, with: "import.json")
        try compare(try counter.run(["import", manifest, broken]).output, with: "import.txt")
    }

    @Test func aProgramGetsADocumentOnOneLine() async throws {
        try await fill()
        for arguments in [["track", Corridor.parcel], ["train", "X8157"], ["status"]] {
            let output = try counter.run(arguments + ["--json"]).output
            #expect(output.hasSuffix("\n") && output.count { $0 == "\n" } == 1, "\(arguments)")
        }
    }
}
