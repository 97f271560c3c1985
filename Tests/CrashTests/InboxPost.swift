import Foundation
import GRDB
import TestSupport

/// A folder that a daemon reads, with settings and a database of its own.
struct InboxPost {
    let folder: TemporaryFolder
    let database: String
    let inbox: String
    private let settings: String
    private let daemon: BuiltProgram
    private let lookup: BuiltProgram

    /// - Parameter profile: nil where formats are recognised.
    init(profile: String? = "manifest") throws {
        folder = try TemporaryFolder()
        database = folder.path("caravan.db")
        inbox = folder.path("in")
        settings = folder.path("caravan.yaml")
        daemon = try BuiltProgram("caravand")
        lookup = try BuiltProgram("caravan")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        let reading = profile.map { ", profile: \($0)" } ?? ""
        try "inbox:\n  - { path: in\(reading), expect: daily 18:00 }\n"
            .write(toFile: settings, atomically: true, encoding: .utf8)
    }

    private var common: [String] { ["--database", database, "--settings", settings] }

    func startDaemon() throws -> Process { try daemon.start(["run"] + common, errors: log) }

    /// What the last daemon said.
    var log: String { folder.path("log") }

    func sync(_ more: String...) throws -> BuiltProgram.Ending { try daemon.run(["sync"] + more + common) }

    /// A copy of the daemon that another account can reach.
    func copyOfDaemon() throws -> BuiltProgram { try daemon.copied(into: folder) }

    /// A pass of another account.
    func sync(of program: BuiltProgram, as runner: [String]) throws -> BuiltProgram.Ending {
        try program.run(["sync"] + common, runner: runner)
    }

    func caravan(_ words: String...) throws -> BuiltProgram.Ending { try lookup.run(words + common) }

    func drop(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: inbox + "/" + name))
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: inbox + "/" + name, encoding: .utf8) }

    /// All files under the folder, without reports.
    func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: inbox)
            .filter { !$0.contains(".report.") && $0 != "done" && $0 != "rejected" }.sorted()
    }

    func ask(_ sql: String) throws -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        return try DatabaseQueue(path: database, configuration: configuration).read {
            try Int.fetchOne($0, sql: sql) ?? 0
        }
    }

    /// Whether something comes true within a minute; what cannot be asked yet is not true yet.
    func waits(until isTrue: () throws -> Bool) async -> Bool {
        for _ in 0..<1200 {
            if (try? isTrue()) == true { return true }
            guard (try? await Task.sleep(for: .milliseconds(50))) != nil else { return false }
        }
        return false
    }

    /// - Parameter first: the number of the first parcel.
    static func manifest(_ rows: Int, from first: Int = 0) -> String {
        "parcel,container,train,departure\n"
            + (first..<first + rows).map { number in
                let digits = String(number)
                let parcel = "YT" + String(repeating: "0", count: 16 - digits.count) + digits
                return "\(parcel),MRKU9465770,X8157,2026-11-20\n"
            }.joined()
    }
}
