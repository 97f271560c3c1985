import Foundation
import HTTPFetch
import TestSupport
import Testing

/// `caravand` and parcel carriers that really answer over HTTP.
@Suite(.timeLimit(.minutes(10)))
struct ParcelCarrierTests {
    private struct Number: Codable {
        var number: String
    }

    private final class Registered: @unchecked Sendable {
        // @unchecked: `numbers` is touched only while the lock is held.
        private let lock = NSLock()
        private var numbers: Set<String> = []

        func add(_ more: [String]) { lock.withLock { numbers.formUnion(more) } }
        func known(of asked: [String]) -> [String] { lock.withLock { asked.filter(numbers.contains) } }
    }

    private static func dhl(_ request: RecordedRequest) -> ScriptedResponse {
        let query = URLComponents(string: request.target)?.queryItems
        let number = query?.first { $0.name == "trackingNumber" }?.value ?? ""
        guard request.headers["DHL-API-Key"] == "secret" else {
            return .json(#"{"title": "Unauthorized"}"#, status: 401)
        }
        guard number.hasPrefix("RR") else {
            return .json(#"{"title": "No result found", "status": 404, "instance": "/shipment"}"#, status: 404)
        }
        return .json(
            """
            {"shipments": [{"id": "\(number)", "service": "post-international", "status": {"statusCode": "transit"},
              "events": [{"timestamp": "2026-12-05T10:02:00", "statusCode": "transit", "description": "Arrived at hub",
                          "location": {"address": {"countryCode": "DE", "addressLocality": "Duisburg"}}}]}]}
            """)
    }

    /// Knows no number until it is registered, and then tells the same of each.
    private static func seventeenTrack() -> @Sendable (RecordedRequest) -> ScriptedResponse {
        let registered = Registered()
        return { request in
            let numbers = (try? JSONDecoder().decode([Number].self, from: request.body))?.map(\.number) ?? []
            guard request.path.hasSuffix("/gettrackinfo") else {
                registered.add(numbers)
                let accepted = numbers.map { "{\"number\": \"\($0)\", \"carrier\": 3011}" }.joined(separator: ",")
                return .json("{\"code\": 0, \"data\": {\"accepted\": [\(accepted)], \"rejected\": []}}")
            }
            let known = registered.known(of: numbers)
            let accepted = known.map { number in
                """
                {"number": "\(number)", "track_info": {"latest_status": {"status": "InTransit"}, "tracking": {"providers":
                  [{"provider": {"key": 3011}, "events": [{"time_iso": "2026-09-14T08:47:00+01:00", "stage": "Arrival",
                    "description": "Arrived", "location": "Germany"}]}]}}}
                """
            }
            let rejected = numbers.filter { !known.contains($0) }
                .map { "{\"number\": \"\($0)\", \"error\": {\"code\": -18019902, \"message\": \"not registered\"}}" }
            return .json(
                "{\"code\": 0, \"data\": {\"accepted\": [\(accepted.joined(separator: ","))], "
                    + "\"rejected\": [\(rejected.joined(separator: ","))]}}")
        }
    }

    private struct Post {
        let folder: TemporaryFolder
        let server: LoopbackServer
        let common: [String]
        let daemon: BuiltProgram
        let lookup: BuiltProgram

        init(profile: String, _ answer: @escaping @Sendable (RecordedRequest) -> ScriptedResponse) throws {
            server = try LoopbackServer(answer: answer)
            folder = try TemporaryFolder()
            daemon = try BuiltProgram("caravand")
            lookup = try BuiltProgram("caravan")
            let settings = folder.path("caravan.yaml")
            common = ["--database", folder.path("caravan.db"), "--settings", settings]
            try """
            carriers:
              - { name: post, profile: \(profile), base_url: "\(server.url)", secret: env:KEY, rate: 1000/s, interval: 1s }
            """.write(toFile: settings, atomically: true, encoding: .utf8)
        }

        func watch(_ codes: [String]) throws {
            let ending = try lookup.run(["watch", "--kind", "parcel"] + codes + ["--carrier", "post"] + common)
            #expect(ending.status == 0, "\(ending.errors)")
        }

        func sync() throws -> BuiltProgram.Ending {
            try daemon.run(["sync", "--json"] + common, environment: ["KEY": "secret"])
        }

        func track(_ code: String) throws -> String { try lookup.run(["track", code, "--json"] + common).output }
    }

    @Test func dhlIsAskedAboutEachNumber() throws {
        let post = try Post(profile: "dhl-unified", Self.dhl)
        try post.watch(["RR123456785CN", "1234567890"])
        let ending = try post.sync()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(try post.track("RR123456785CN").contains("\"at\":\"2026-12-05T10:02:00+01:00\""))
        #expect(try post.track("1234567890").contains("\"answer\":\"nothing\""))
        #expect(post.server.requests.count == 2)
    }

    @Test func seventeenTrackLearnsTheNumbersAndThenTells() throws {
        let post = try Post(profile: "17track", Self.seventeenTrack())
        let codes = (0..<45).map { "PX\(100_000 + $0)" }
        try post.watch(codes)
        #expect(try post.sync().status == 0)
        #expect(post.server.requests.map(\.path).sorted() == (Self.both + Self.both).sorted())
        #expect(try post.track(codes[44]).contains("\"answer\":\"nothing\""))
        // The next turn of every number comes within a second.
        var turns = 0
        while turns < 50, try !post.track(codes[44]).contains("\"answer\":\"news\"") {
            #expect(try post.sync().status == 0)
            turns += 1
        }
        #expect(try post.track(codes[0]).contains("2026-09-14T08:47:00+02:00"))
        #expect(post.server.requests.count { $0.path.hasSuffix("/register") } == 2)
    }

    private static let both = ["/track/v2.2/gettrackinfo", "/track/v2.2/register"]
}
