import CurlFetch
import Foundation
import HTTPFetch
import TestSupport
import Testing

@Suite("What a request says", .timeLimit(.minutes(5)))
struct RequestTests {
    private let server: LoopbackServer

    init() throws {
        server = try LoopbackServer { _ in .json("{}") }
    }

    @Test func getCarriesTargetAndHeaders() async throws {
        let headers: HTTPHeaders = ["API-Key": "k 1", "If-None-Match": "\"7\"", "X-Empty": ""]
        _ = try await fetcher().get(
            server.url + "/v2/events?equipmentReference=MRKU9465770&limit=100", headers: headers)
        let request = try #require(server.requests.first)
        #expect(request.method == "GET")
        #expect(request.target == "/v2/events?equipmentReference=MRKU9465770&limit=100")
        #expect(headers.fields.allSatisfy { request.headers[$0.name] == $0.value })
        #expect(request.headers["User-Agent"] == "caravan-tests")
        #expect(request.headers["Content-Type"] == nil)
        #expect(request.body.isEmpty)
    }

    @Test(arguments: [0, 1, 5_000, 2_000_000])
    func postCarriesItsBody(size: Int) async throws {
        let body = Data((0..<size).map { UInt8(truncatingIfNeeded: $0) })
        let request = HTTPRequest(
            method: .post, url: server.url, headers: ["Content-Type": "application/json"], body: body)
        _ = try await fetcher().fetch(request)
        let received = try #require(server.requests.first)
        #expect(received.method == "POST")
        #expect(received.body == body)
        #expect(received.headers["Content-Type"] == "application/json")
        #expect(received.headers["Expect"] == nil)
    }

    @Test func postWithoutTypeInventsNone() async throws {
        _ = try await fetcher().fetch(HTTPRequest(method: .post, url: server.url, body: Data("{}".utf8)))
        #expect(server.requests.first?.headers["Content-Type"] == nil)
    }

    @Test func nothingOfARequestSticksToTheNext() async throws {
        let fetcher = try fetcher()
        let first = HTTPRequest(
            method: .post, url: server.url, headers: ["API-Key": "secret", "Content-Type": "text/csv"],
            body: Data("a".utf8))
        _ = try await fetcher.fetch(first)
        _ = try await fetcher.get(server.url)
        _ = try await fetcher.fetch(HTTPRequest(method: .post, url: server.url))
        let requests = server.requests
        #expect(requests.map(\.method) == ["POST", "GET", "POST"])
        #expect(requests.map(\.body.count) == [1, 0, 0])
        #expect(requests.dropFirst().allSatisfy { $0.headers["API-Key"] == nil && $0.headers["Content-Type"] == nil })
    }

    @Test(
        arguments: [
            ["API-Key": "a\r\nHost: elsewhere"], ["API-Key": "a\0b"], ["Bad Name": "a"], ["": "a"], ["X:Y": "a"],
            ["Content-Length": "3"], ["transfer-encoding": "chunked"],
        ] as [HTTPHeaders])
    func headersThatChangeTheFramingAreRefused(headers: HTTPHeaders) async throws {
        let request = HTTPRequest(url: server.url, headers: headers)
        let fetcher = try fetcher(perHost: 1)
        #expect(try await fetcher.failure(of: request) == .other)
        #expect(server.connectionCount == 0)
        #expect(try await fetcher.get(server.url).status == 200)
    }

    @Test(
        arguments: [
            ("", .badURL), ("127.0.0.1:x/", .badURL), ("https://user:secret@127.0.0.1/", .badURL),
            ("https://", .badURL), ("https://a b/", .badURL), ("https://a\n/", .badURL),
            ("http://example.com/", .protocolRefused), ("http://127.0.0.1.example.com/", .protocolRefused),
            ("http://128.0.0.1/", .protocolRefused), ("http://10.0.0.1/", .protocolRefused),
            ("http://localhost.example.com/", .protocolRefused), ("http://[::2]/", .protocolRefused),
            ("file:///etc/hostname", .protocolRefused), ("ftp://127.0.0.1/", .protocolRefused),
            ("gopher://127.0.0.1/", .protocolRefused), ("data:text/plain,x", .badURL),
        ] as [(String, FetchFailure.Kind)])
    func onlyHTTPSAndLoopbackAreAsked(url: String, kind: FetchFailure.Kind) async throws {
        #expect(try await fetcher().failure(url) == kind)
    }

    @Test func plainHTTPOnLoopbackCanBeForbidden() async throws {
        let fetcher = try CurlFetcher(CurlFetcher.Limits(allowPlainHTTPOnLoopback: false))
        #expect(try await fetcher.failure(server.url) == .protocolRefused)
    }

    @Test(arguments: ["127.0.0.1", "127.1", "localhost", "LOCALHOST"])
    func everyWritingOfLoopbackIsAsked(host: String) async throws {
        #expect(try await fetcher().get("http://\(host):\(server.port)/").status == 200)
    }

    @Test func failuresNeverRepeatTheURL() async throws {
        do {
            _ = try await fetcher().get("https://user:hunter2@carrier.example/?key=hunter2")
        } catch let failure as FetchFailure {
            #expect(!failure.description.contains("hunter2"))
        }
    }
}
