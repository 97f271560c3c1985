import CurlFetch
import Foundation
import HTTPFetch
import TestSupport
import Testing

@Suite("How connections are used", .timeLimit(.minutes(5)))
struct ConnectionTests {
    @Test func oneConnectionServesOneRequestAfterAnother() async throws {
        let server = try LoopbackServer { _ in .json("{}") }
        let fetcher = try fetcher()
        for _ in 0..<20 { _ = try await fetcher.get(server.url) }
        #expect(server.connectionCount == 1)
        #expect(server.requests.count == 20)
    }

    @Test func fiftyAtOnceEachGetTheirOwnAnswer() async throws {
        let server = try LoopbackServer { request in ScriptedResponse(text: "answer to \(request.target)") }
        let fetcher = try CurlFetcher(CurlFetcher.Limits(maximumConnections: 50, maximumConnectionsPerHost: 50))
        try await withThrowingTaskGroup { group in
            for number in 0..<50 {
                group.addTask {
                    let body = try await fetcher.get("\(server.url)/\(number)").body
                    #expect(body == Data("answer to /\(number)".utf8))
                }
            }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 50)
    }

    @Test(arguments: [(32, 2), (3, 32)])
    func noMoreConnectionsThanAllowed(total: Int, perHost: Int) async throws {
        let server = try LoopbackServer { _ in .json("{}") }
        let fetcher = try CurlFetcher(
            CurlFetcher.Limits(maximumConnections: total, maximumConnectionsPerHost: perHost))
        try await withThrowingTaskGroup { group in
            for _ in 0..<60 { group.addTask { _ = try await fetcher.get(server.url) } }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 60)
        #expect(server.connectionCount <= min(total, perHost))
    }

    @Test func busyHostDoesNotHoldUpAnother() async throws {
        let busy = try LoopbackServer(handler: { $0.waitUntilClosed() })
        let free = try LoopbackServer { _ in .json("{}") }
        let fetcher = try fetcher(perHost: 1)
        let waiting = (0..<5).map { _ in Task { try await fetcher.failure(busy.url) } }
        #expect(try await fetcher.get(free.url).status == 200)
        fetcher.shutdown()
        for task in waiting { #expect(try await task.value == .stopped) }
    }

    @Test func waitingForAConnectionEndsAtTheDeadline() async throws {
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            connection.waitUntilClosed()
        })
        let fetcher = try fetcher(perHost: 1)
        let first = Task { try await fetcher.failure(server.url) }
        await server.waitForRequests(1)
        #expect(try await fetcher.failure(server.url, within: .milliseconds(100)) == .timeout)
        #expect(server.requests.count == 1)
        fetcher.shutdown()
        #expect(try await first.value == .stopped)
    }

    @Test func getIsRepeatedOnceWhenAKeptConnectionIsGone() async throws {
        let server = try serverThatDropsEverySecondRequest()
        let fetcher = try fetcher()
        for _ in 0..<3 { #expect(try await fetcher.get(server.url).status == 200) }
        #expect(server.requests.map(\.connection) == [0, 0, 1, 1, 2])
    }

    @Test func postIsNeverRepeated() async throws {
        let server = try serverThatDropsEverySecondRequest()
        let fetcher = try fetcher()
        let request = HTTPRequest(method: .post, url: server.url, body: Data("order".utf8))
        #expect(try await fetcher.failure(of: request) == nil)
        #expect(try await fetcher.failure(of: request) == .incomplete)
        #expect(server.requests.count == 2)
    }

    @Test func getIsNotRepeatedTwice() async throws {
        let server = try LoopbackServer(handler: { connection in
            guard connection.readRequest() != nil else { return }
            if connection.index > 0 { return }
            try connection.send(ScriptedResponse.json("{}").bytes)
            _ = connection.readRequest()
            connection.reset()
        })
        let fetcher = try fetcher()
        #expect(try await fetcher.failure(server.url) == nil)
        #expect(try await fetcher.failure(server.url) == .incomplete)
        #expect(server.requests.count == 3)
    }

    @Test func secondTryNeverUsesAKeptConnection() async throws {
        let both = DispatchSemaphore(value: 0)
        let server = try LoopbackServer(handler: { connection in
            while connection.readRequest() != nil {
                if connection.index < 2 { both.wait() }
                try connection.send(ScriptedResponse.json("{}").bytes)
                if connection.index < 2 { return _ = connection.readRequest() }
            }
        })
        let fetcher = try fetcher()
        let first = (0..<2).map { _ in Task { try await fetcher.failure(server.url) } }
        await server.waitForRequests(2)
        for _ in first { both.signal() }
        for task in first { #expect(try await task.value == nil) }
        #expect(try await fetcher.get(server.url).status == 200)
        #expect(server.requests.count == 4)
        #expect(server.requests.last?.connection ?? 0 >= 2)
    }

    @Test(
        arguments: [
            ("HTTP/1.1 200 OK\r\n", .incomplete),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", .malformed),
        ] as [(String, FetchFailure.Kind)])
    func getIsNotRepeatedOnceAnAnswerHasBegun(beginning: String, kind: FetchFailure.Kind) async throws {
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send(ScriptedResponse.json("{}").bytes)
            _ = connection.readRequest()
            try connection.send(beginning)
        })
        let fetcher = try fetcher()
        #expect(try await fetcher.failure(server.url) == nil)
        #expect(try await fetcher.failure(server.url) == kind)
        #expect(server.requests.count == 2)
    }

    private func serverThatDropsEverySecondRequest() throws -> LoopbackServer {
        try LoopbackServer(handler: { connection in
            guard connection.readRequest() != nil else { return }
            try connection.send(ScriptedResponse.json("{}").bytes)
            _ = connection.readRequest()
        })
    }
}
