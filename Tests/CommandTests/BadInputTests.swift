import Foundation
import GRDB
import Terminal
import TestSupport
import Testing

/// Every mistake ends with a clear `error:` and `try:`, the status of the manual, and nothing written.
struct BadInputTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    private func expect(
        _ arguments: [String], _ status: Terminal.ExitStatus, _ error: String,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let ending = try counter.run(arguments)
        #expect(ending.status == status, "\(ending.errors)", sourceLocation: location)
        #expect(ending.error.contains(error), "\(ending.errors)", sourceLocation: location)
        #expect(ending.remedy.count > 8, "\(ending.errors)", sourceLocation: location)
    }

    private func expectNoDatabase(at location: SourceLocation = #_sourceLocation) throws {
        let left = try FileManager.default.contentsOfDirectory(atPath: counter.folder.url.path)
        #expect(!left.contains { $0.contains("caravan.db") }, "\(left)", sourceLocation: location)
    }

    @Test func aCodeThatNobodyNamedIsUnknown() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        let ending = try counter.run(["track", "MSKU0000002"])
        #expect(ending.status == .attention)
        #expect(ending.output.contains("unknown: in no message since 2026-11-21"), "\(ending.output)")
        let answer = try counter.track("MSKU0000002")
        #expect(answer["kind"] is NSNull && answer["status"] is NSNull)
        #expect((answer["events"] as? [Any])?.isEmpty == true && (answer["links"] as? [Any])?.isEmpty == true)
    }

    @Test func aDepartureThatNobodyNamedIsUnknown() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        try expect(["train", "X9999"], .attention, "no such departure X9999")
    }

    @Test(arguments: [
        ["trak"], ["track", "A", "--jsn"], ["watch", "A"], ["track", "A", "--as-of", "yesterday"], ["import"],
        ["track"],
    ])
    func aWrongCommandLineIsUsage(arguments: [String]) throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        try expect(arguments, .usage, "error: ")
    }

    @Test func aFileOfNoUseLeavesNothing() throws {
        try expect(["import", try counter.file("letter.txt", "Dear Sir or Madam\n")], .unusableData, "no profile")
        try expect(["import", try counter.file("void.csv", "")], .unusableData, "the file is empty")
        try expectNoDatabase()
    }

    @Test func aMissingFileLeavesNothing() throws {
        let manifest = try counter.file("manifest.csv", Corridor.manifest)
        try expect(["import", manifest, counter.folder.path("nope.csv")], .noSuchFile, "nope.csv")
        try expectNoDatabase()
    }

    @Test func aPipeIsNoFile() throws {
        let path = counter.folder.path("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        try expect(["import", path], .unusableData, "neither a file nor a folder")
        try expectNoDatabase()
    }

    @Test func aFolderIsItsFilesAndAnEmptyOneIsNothing() throws {
        let folder = counter.folder.path("in")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try expect(["import", folder], .noSuchFile, "no file in the folder")
        try expectNoDatabase()
        try Data(Corridor.manifest.utf8).write(to: URL(fileURLWithPath: folder + "/a.csv"))
        #expect(try counter.run(["import", folder]).status == .done)
    }

    @Test func withoutADatabaseALookupSaysHowToGetOne() throws {
        try expect(["track", "A"], .noSuchFile, "there is no database yet")
        try expect(["status"], .noSuchFile, "there is no database yet")
        try expectNoDatabase()
    }

    @Test func aDatabaseThatIsNoneIsLeftAlone() throws {
        let text = String(repeating: "not a database. ", count: 100)
        _ = try counter.file("caravan.db", text)
        let manifest = try counter.file("manifest.csv", Corridor.manifest)
        try expect(["track", "A"], .unusableData, "not an SQLite database")
        try expect(["import", manifest], .unusableData, "not an SQLite database")
        #expect(try String(contentsOfFile: counter.database, encoding: .utf8) == text)
    }

    @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
        let queue = try DatabaseQueue(path: counter.database)
        try queue.write { try $0.execute(sql: "CREATE TABLE photo (id INTEGER)") }
        try queue.close()
        try expect(["track", "A"], .unusableData, "belongs to another program")
    }

    @Test func aDatabaseNewerThanTheProgramIsLeftAlone() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        let queue = try DatabaseQueue(path: counter.database)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v9999_from_the_future')") }
        try queue.close()
        let before = try counter.messages()
        try expect(["track", Corridor.parcel], .unusableData, "newer version")
        let manifest = try counter.file("other.csv", Corridor.manifest.replacingOccurrences(of: "SO-", with: "PO-"))
        try expect(["import", manifest], .unusableData, "newer version")
        #expect(try counter.messages() == before)
    }

    @Test func fiveMistakesInTheSettingsAreAllToldWithLineAndRemedy() throws {
        let settings = try counter.file(
            "caravan.yaml",
            """
            databse: /tmp/x.db
            carriers:
              - { name: a, profile: dcsa, base_url: "http://api.example" }
              - { name: b, profile: dcsa, base_url: "https://b.example", rate: fast }
              - { name: c, profile: dcsa, base_url: "https://c.example", watch: [contaner] }
            report_zone: Mars/Olympus
            """)
        let ending = try counter.run(["track", "A", "--settings", settings])
        #expect(ending.status == .badSettings)
        #expect(ending.error.contains("5 mistakes"))
        for (line, remedy) in [
            (1, "did you mean database?"), (3, "write https:"), (4, "2/s, 30/min"), (5, "did you mean container?"),
            (6, "Asia/Shanghai"),
        ] {
            let told = ending.errors.split(separator: "\n").contains {
                $0.contains("caravan.yaml:\(line):") && $0.contains(remedy)
            }
            #expect(told, "line \(line): \(ending.errors)")
        }
        try expectNoDatabase()
    }

    @Test(arguments: ["", "   ", "?", "!!!", "-", "MRKU946577", "X"]) func aNumberThatCannotBeOneIsNotWatched(
        code: String
    ) throws {
        let settings = try watching()
        try expect(
            ["watch", "--carrier", "line-a", "--settings", settings, "--", code].map { $0 }, .usage, "cannot watch")
        try expectNoDatabase()
    }

    @Test func aNumberOfNoSuchKindIsNotWatched() throws {
        let settings = try watching()
        let common = ["--carrier", "line-a", "--settings", settings]
        try expect(["watch", "YT2415800000000001", "--kind", "container"] + common, .usage, "cannot watch")
        try expect(["watch", Corridor.box, "--kind", "zeppelin"] + common, .usage, "no such kind")
        try expect(["watch", Corridor.box, "--carrier", "nobody", "--settings", settings], .usage, "no such carrier")
        try expectNoDatabase()
    }

    @Test func aWatchedNumberIsAskedUntilItIsUnwatched() throws {
        let common = ["--settings", try watching()]
        #expect(try counter.run(["watch", "mrku 946577-0", "--carrier", "line-a"] + common).status == .done)
        #expect(try counter.watched() == 1)
        #expect(try counter.run(["unwatch", Corridor.box] + common, at: "2026-11-21T09:00Z").status == .done)
        #expect(try counter.watched() == 0)
        #expect(try counter.run(["unwatch", Corridor.box] + common, at: "2026-11-21T10:00Z").status == .attention)
        let again = try counter.run(["watch", Corridor.box, "--carrier", "line-a"] + common, at: "2026-11-21T11:00Z")
        #expect(again.status == .done)
        #expect(try counter.watched() == 1)
    }

    @Test func aCheckDigitThatDoesNotFitIsAWarningAndNoRefusal() throws {
        let common = ["--carrier", "line-a", "--settings", try watching()]
        let bad = try counter.run(["watch", "MRKU9465771"] + common)
        #expect(bad.status == .done && bad.errors.contains("check digit of MRKU9465771"))
        #expect(try counter.run(["watch", Corridor.box] + common).errors.isEmpty)
        #expect(try counter.watched() == 2)
    }

    private func watching() throws -> String {
        try counter.file(
            "caravan.yaml",
            """
            carriers:
              - { name: line-a, profile: dcsa, base_url: "https://a.example", secret: env:LINE_A_KEY }
            """)
    }
}

extension Counter {
    func messages() throws -> Int {
        try ask("SELECT count(*) FROM message")
    }

    func watched() throws -> Int {
        try ask("SELECT count(*) FROM poll WHERE next_check_at IS NOT NULL")
    }

    private func ask(_ sql: String) throws -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: database, configuration: configuration).read {
            try Int.fetchOne($0, sql: sql) ?? -1
        }
    }
}
