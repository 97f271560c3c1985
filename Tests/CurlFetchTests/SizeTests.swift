import CurlFetch
import Foundation
import HTTPFetch
import TestSupport
import Testing

@Suite("An answer without measure", .timeLimit(.minutes(5)))
struct SizeTests {
    @Test func endlessChunksEndAtTheCap() async throws {
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "400\r\n" + String(repeating: "x", count: 1024) + "\r\n"
            while true { try connection.send(chunk) }
        })
        let request = HTTPRequest(url: server.url, maximumBodySize: 1 << 20)
        let failure = try await fetcher().failure(of: request)
        #expect(failure == .bodyTooLarge)
    }

    @Test func announcedSizeAboveTheCapIsNotReadAtAll() async throws {
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\nx")
            connection.waitUntilClosed()
        })
        let failure = try await fetcher().failure(server.url)
        #expect(failure == .bodyTooLarge)
    }

    @Test(arguments: [(1000, nil), (1001, .bodyTooLarge)] as [(Int, FetchFailure.Kind?)])
    func capIsTheLastSizeThatPasses(size: Int, kind: FetchFailure.Kind?) async throws {
        let server = try LoopbackServer { request in
            let body = Data(count: size)
            let isPacked = request.path == "/gzip"
            return ScriptedResponse(
                headers: isPacked ? ["Content-Encoding": "gzip"] : [:], body: isPacked ? Gzip.stored(body) : body)
        }
        for path in ["/plain", "/gzip"] {
            let request = HTTPRequest(url: server.url + path, maximumBodySize: 1000)
            let failure = try await fetcher().failure(of: request)
            #expect(failure == kind)
        }
    }

    /// The first is stopped by the cap, the others by their ratio, one as it comes and one when all of it has come.
    @Test(arguments: [(2 << 20, 1 << 20), (12 << 20, 1 << 30), (150_000, 1 << 30)])
    func gzipBombIsStopped(size: Int, cap: Int) async throws {
        let bomb = Gzip.zeros(size)
        let server = try LoopbackServer { _ in ScriptedResponse(headers: ["Content-Encoding": "gzip"], body: bomb) }
        let request = HTTPRequest(url: server.url, maximumBodySize: cap)
        let failure = try await fetcher().failure(of: request)
        #expect(failure == .bodyTooLarge)
    }

    @Test func gzipBombIsStoppedBeforeItEnds() async throws {
        let bomb = Gzip.zeros(12 << 20)
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + String(bomb.count, radix: 16) + "\r\n")
            try connection.send(bomb)
            connection.waitUntilClosed()
        })
        let request = HTTPRequest(url: server.url, maximumBodySize: 1 << 30)
        let failure = try await fetcher().failure(of: request)
        #expect(failure == .bodyTooLarge)
    }

    @Test func smallTextMayBePackedAsTightAsItLikes() async throws {
        let zeros = Gzip.zeros(50_000)
        let server = try LoopbackServer { _ in ScriptedResponse(headers: ["Content-Encoding": "gzip"], body: zeros) }
        #expect(try await fetcher().get(server.url).body.count >= 50_000)
    }

    @Test(arguments: [(lines: 201, length: 1), (70, 1000), (1, 70_000), (1, 300_000)])
    func headersHaveAnEnd(lines: Int, length: Int) async throws {
        let line = "X-Line: " + String(repeating: "x", count: length) + "\r\n"
        let server = try server(
            sending: "HTTP/1.1 200 OK\r\n" + String(repeating: line, count: lines) + "Content-Length: 0\r\n\r\n")
        let failure = try await fetcher().failure(server.url)
        #expect(failure == .headersTooLarge)
    }

    @Test func trailersCountAsHeaders() async throws {
        let server = try server(
            sending: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n"
                + String(repeating: "X-Line: 1\r\n", count: 201) + "\r\n")
        let failure = try await fetcher().failure(server.url)
        #expect(failure == .headersTooLarge)
    }

    @Test func aFetcherGoesOnAfterWhatItStopped() async throws {
        let server = try LoopbackServer { request in
            request.path == "/large" ? ScriptedResponse(body: Data(count: 5_000_000)) : .json("{}")
        }
        let fetcher = try fetcher()
        for _ in 0..<5 {
            let large = HTTPRequest(url: server.url + "/large", maximumBodySize: 1000)
            let failure = try await fetcher.failure(of: large)
            #expect(failure == .bodyTooLarge)
            #expect(try await fetcher.get(server.url).body == Data("{}".utf8))
        }
    }
}
