import Foundation
import GRDB
import TestSupport

/// A database that a daemon and imports work on, with what it takes to start and to kill them.
struct Crashes {
    static let rows = 2600

    let folder: TemporaryFolder
    let database: String
    let settings: String
    let carrier: LoadedCarrier
    private let daemon: BuiltProgram
    private let lookup: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        database = folder.path("caravan.db")
        settings = folder.path("caravan.yaml")
        carrier = try LoadedCarrier()
        daemon = try BuiltProgram("caravand")
        lookup = try BuiltProgram("caravan")
        try """
        carriers:
          - { name: line-a, profile: dcsa, base_url: "\(carrier.server.url)", secret: env:KEY, rate: 1000/s,
              concurrent: 8, watch: [container], interval: 1s }
        """.write(toFile: settings, atomically: true, encoding: .utf8)
    }

    private var common: [String] { ["--database", database, "--settings", settings] }

    func startDaemon() throws -> Process {
        try daemon.start(["run"] + common, environment: ["KEY": "secret"])
    }

    func startImport(_ file: String) throws -> Process {
        try lookup.start(["import", file] + common)
    }

    func bring(_ file: String) throws -> BuiltProgram.Ending {
        try lookup.run(["import", "--json", file] + common)
    }

    func status(runner: [String] = [], program: BuiltProgram? = nil) throws -> BuiltProgram.Ending {
        try (program ?? lookup).run(["status", "--json", "--database", database], runner: runner)
    }

    /// A manifest of containers that no other one names.
    func manifest(_ number: Int) throws -> String {
        var text = "parcel,bag,container,train,departure\n"
        for row in 0..<Self.rows {
            let digits = String(1_000_000 + number * 10_000 + row)
            let box = String(4_000_000 + number * 100 + row / 100)
            text += "YT000000000\(digits),BAG\(number)-\(row / 40),MRKU\(box),X8157,2026-11-20\n"
        }
        let path = folder.path("manifest-\(number).csv")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    func ask<Result>(_ work: (Database) throws -> Result) throws -> Result {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        return try DatabaseQueue(path: database, configuration: configuration).read(work)
    }
}

/// What a reader sees that must still be there after any crash.
struct Sight {
    var messages: Set<String> = []
    var events: Set<String> = []
    var links: Set<String> = []

    /// What is accepted: rows of messages that are complete.
    init(_ database: Database) throws {
        guard try database.tableExists("event"), try database.tableExists("carrier") else { return }
        messages = Set(
            try String.fetchAll(
                database,
                sql: """
                    SELECT id || ':' || hex(sha256) || ':' || items FROM message WHERE complete = 1
                    """))
        events = Set(
            try String.fetchAll(
                database,
                sql: """
                    SELECT source_id || ':' || subject || ':' || occurred_at FROM event
                    """))
        links = Set(
            try String.fetchAll(
                database,
                sql: """
                    SELECT l.child || ':' || l.parent FROM link AS l JOIN message AS m ON m.id = l.message WHERE m.complete = 1
                    """))
    }

    func isSubset(of other: Sight) -> Bool {
        messages.isSubset(of: other.messages) && events.isSubset(of: other.events) && links.isSubset(of: other.links)
    }
}
