import Foundation
import GRDB
import HTTPFetch
import TestSupport
import Testing

/// `caravand` as cron and systemd start it.
@Suite(.timeLimit(.minutes(10)))
struct DaemonTests {
    /// A daemon with settings of its own and a carrier that does what a test says.
    private struct Post {
        let folder: TemporaryFolder
        let database: String
        let settings: String
        let server: LoopbackServer
        let daemon: BuiltProgram
        let lookup: BuiltProgram

        init(_ answer: @escaping @Sendable (RecordedRequest) -> ScriptedResponse) throws {
            try self.init(LoopbackServer(answer: answer))
        }

        init(_ server: LoopbackServer) throws {
            self.server = server
            folder = try TemporaryFolder()
            database = folder.path("caravan.db")
            settings = folder.path("caravan.yaml")
            daemon = try BuiltProgram("caravand")
            lookup = try BuiltProgram("caravan")
            try """
            carriers:
              - { name: line-a, profile: dcsa, base_url: "\(server.url)", secret: env:KEY, rate: 1000/s,
                  concurrent: 2, interval: 1h }
            """.write(toFile: settings, atomically: true, encoding: .utf8)
        }

        var common: [String] { ["--database", database, "--settings", settings] }

        func watch(_ codes: String...) throws {
            let ending = try lookup.run(["watch"] + codes + ["--carrier", "line-a"] + common)
            #expect(ending.status == 0, "\(ending.errors)")
        }

        func sync(_ more: String...) throws -> BuiltProgram.Ending {
            try daemon.run(["sync"] + more + common, environment: ["KEY": "secret"])
        }

        func ask<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value? {
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: database, configuration: configuration).read {
                try Value.fetchOne($0, sql: sql)
            }
        }
    }

    private static let one = """
        [{"eventID": "00000000-0000-4000-8000-000000000001", "eventType": "EQUIPMENT", "eventClassifierCode": "ACT",
          "eventCreatedDateTime": "2026-11-20T03:00:00Z", "eventDateTime": "2026-11-20T10:15:00+08:00",
          "equipmentEventTypeCode": "LOAD", "equipmentReference": "MRKU9465770"},
         {"eventID": "00000000-0000-4000-8000-000000000002", "eventType": "EQUIPMENT", "eventClassifierCode": "ACT",
          "eventCreatedDateTime": "2026-11-20T03:00:00Z", "eventDateTime": "2026-11-20T11:15:00+08:00",
          "equipmentEventTypeCode": "XYZZ", "equipmentReference": "MRKU9465770"}]
        """

    @Test func onePassSaysInJSONWhatItDid() throws {
        let post = try Post { _ in .json(Self.one) }
        try post.watch("MRKU9465770")
        let ending = try post.sync("--json")
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            ending.output == """
                {"requests":1,"messages":1,"events":{"new":1,"duplicate":0,"unmapped":1,"rejected":0},"failures":[],\
                "inference":{"open":0,"new":0,"ended":0,"scored":0,"withheld":[]}}

                """)
        #expect(try post.sync("--json").output.hasPrefix("{\"requests\":0,"))
    }

    @Test func cronHearsNothingUnlessSomethingFails() throws {
        let post = try Post { $0.target.contains("MRKU") ? .json(Self.one) : .json("{}", status: 500) }
        try post.watch("MRKU9465770")
        let good = try post.sync()
        #expect(good.status == 0 && good.output.isEmpty && good.errors.isEmpty)
        try post.watch("MSCU6639870")
        let bad = try post.sync("--json")
        #expect(bad.status == 69)
        #expect(bad.output.contains(#""failures":[{"carrier":"line-a","kind":"status-500","count":1}]"#))
        #expect(bad.errors.contains("could not ask line-a: status-500, 1 times"))
    }

    @Test func whenSomeCouldNotBeAskedItIsTriedAgain() throws {
        let post = try Post { $0.target.contains("MRKU") ? .json(Self.one) : .json("{}", status: 500) }
        try post.watch("MRKU9465770", "MSCU6639870")
        #expect(try post.sync().status == 75)
    }

    @Test func whileADaemonRunsCronDoesNothing() async throws {
        let post = try Post { _ in .json(Self.one) }
        try post.watch("MRKU9465770")
        let daemon = try post.daemon.start(["run"] + post.common, environment: ["KEY": "secret"])
        await post.server.waitForRequests(1)
        let ending = try post.sync()
        #expect(ending.status == 0 && ending.output.isEmpty && ending.errors.isEmpty)
        kill(daemon.processIdentifier, SIGTERM)
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0)
        #expect(post.server.requests.count == 1)
    }

    @Test func aNumberWatchedMeanwhileIsAskedWithoutARestart() async throws {
        let post = try Post { _ in .json("[]") }
        try post.watch("MRKU9465770")
        let daemon = try post.daemon.start(["run"] + post.common, environment: ["KEY": "secret"])
        await post.server.waitForRequests(1)
        try post.watch("MSCU6639870")
        await post.server.waitForRequests(2)
        #expect(post.server.requests.last?.target.contains("MSCU6639870") == true)
        kill(daemon.processIdentifier, SIGTERM)
        daemon.waitUntilExit()
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func aCarrierThatHangsDoesNotHoldUpTheEnd(signal: Int32) async throws {
        let post = try Post(
            LoopbackServer(handler: { connection in
                _ = connection.readRequest()
                connection.waitUntilClosed()
            }))
        try post.watch("MRKU9465770", "MSCU6639870", "MSKU0000002")
        let daemon = try post.daemon.start(["run"] + post.common, environment: ["KEY": "secret"])
        await post.server.waitForRequests(2)
        let start = ContinuousClock.now
        kill(daemon.processIdentifier, signal)
        daemon.waitUntilExit()
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(daemon.terminationReason == .exit && daemon.terminationStatus == 0)
        // Nobody was answered, so all three are due again.
        let due: Int? = try post.ask(
            "SELECT count(*) FROM poll WHERE next_check_at <= (unixepoch() + 1) * 1000 AND answer IS NULL")
        #expect(due == 3)
    }

    @Test func aMissingSecretIsToldBeforeAnythingIsAsked() throws {
        let post = try Post { _ in .json("[]") }
        try post.watch("MRKU9465770")
        let ending = try post.daemon.run(["sync"] + post.common)
        #expect(ending.status == 78)
        #expect(ending.errors.contains("KEY") && ending.errors.contains("caravan.yaml:2"), "\(ending.errors)")
        #expect(post.server.requests.isEmpty)
    }

    @Test func aDatabaseThatCannotBeUsedIsToldInWords() throws {
        let post = try Post { _ in .json("[]") }
        try "not a database, ".write(toFile: post.database, atomically: true, encoding: .utf8)
        let ending = try post.sync()
        #expect(ending.status == 65, "\(ending.errors)")
        #expect(ending.errors.hasPrefix("error: ") && ending.errors.contains("try: "))
    }

    @Test func theSecretIsNowhereInTheDatabaseOrInWhatIsSaid() throws {
        let post = try Post { _ in .json(Self.one) }
        try post.watch("MRKU9465770")
        let secret = "s3cr3t-\(UUID().uuidString)"
        let ending = try post.daemon.run(
            ["sync", "--json"] + post.common, environment: ["KEY": secret, "CARAVAN_LOG": "trace"])
        #expect(ending.status == 0)
        #expect(post.server.requests.first?.headers["API-Key"] == secret)
        #expect(!ending.output.contains(secret) && !ending.errors.contains(secret))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: post.database))
        #expect(bytes.range(of: Data(secret.utf8)) == nil)
    }
}
