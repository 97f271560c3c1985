import CurlFetch
import Foundation
import HTTPFetch
import TestSupport
import Testing

@Suite("Cancelling and stopping", .timeLimit(.minutes(5)))
struct EndingTests {
    private let silent: LoopbackServer

    init() throws {
        silent = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            connection.waitUntilClosed()
        })
    }

    @Test func cancelledTaskNeverAsks() async throws {
        let fetcher = try fetcher()
        let task = Task { [url = silent.url] in
            withUnsafeCurrentTask { $0?.cancel() }
            return try await fetcher.get(url)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(silent.connectionCount == 0)
    }

    @Test func cancellationEndsAnExchangeAndItsConnection() async throws {
        let (closed, signal) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            connection.waitUntilClosed()
            signal.finish()
        })
        let fetcher = try fetcher()
        let task = Task { try await fetcher.get(server.url) }
        await server.waitForRequests(1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        for await _ in closed {}
    }

    @Test func cancellationWhileWaitingGivesThePlaceAway() async throws {
        let (held, release) = (DispatchSemaphore(value: 0), ScriptedResponse.json("{}"))
        let server = try LoopbackServer { request in
            if request.path == "/first" { held.wait() }
            return release
        }
        let fetcher = try fetcher(perHost: 1)
        let first = Task { try await fetcher.get(server.url + "/first") }
        await server.waitForRequests(1)
        let second = Task { try await fetcher.get(server.url + "/second") }
        let third = Task { try await fetcher.get(server.url + "/third") }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        held.signal()
        #expect(try await first.value.status == 200)
        #expect(try await third.value.status == 200)
        #expect(server.requests.map(\.path) == ["/first", "/third"])
    }

    @Test func cancellationAtAnyMomentLosesNoReply() async throws {
        let server = try LoopbackServer { _ in .json("{}") }
        let fetcher = try fetcher(perHost: 4)
        let tasks = (0..<300).map { _ in Task { try await fetcher.get(server.url).status } }
        for task in tasks.shuffled().prefix(150) {
            task.cancel()
            await Task.yield()
        }
        for task in tasks {
            switch await task.result {
            case .success(let status): #expect(status == 200)
            case .failure(let error): #expect(error is CancellationError)
            }
        }
        #expect(try await fetcher.get(server.url).status == 200)
    }

    @Test func shutdownFailsWhatIsUnderWayAndWhatWaits() async throws {
        let fetcher = try fetcher(perHost: 1)
        let tasks = (0..<4).map { _ in Task { [url = silent.url] in try await fetcher.failure(url) } }
        await silent.waitForRequests(1)
        fetcher.shutdown()
        for task in tasks { #expect(try await task.value == .stopped) }
    }

    @Test func shutdownAtAnyMomentLosesNoReply() async throws {
        for _ in 0..<200 {
            let fetcher = try fetcher(perHost: 1)
            let tasks = (0..<8).map { _ in Task { [url = silent.url] in try await fetcher.failure(url) } }
            await Task.yield()
            fetcher.shutdown()
            for task in tasks { #expect(try await task.value == .stopped) }
        }
    }

    @Test func fetchAfterShutdownIsStopped() async throws {
        let fetcher = try fetcher()
        fetcher.shutdown()
        fetcher.shutdown()
        #expect(try await fetcher.failure(silent.url) == .stopped)
        #expect(silent.connectionCount == 0)
    }

    @Test func shutdownClosesKeptConnections() async throws {
        let (closed, signal) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send(ScriptedResponse.json("{}").bytes)
            connection.waitUntilClosed()
            signal.finish()
        })
        let fetcher = try fetcher()
        _ = try await fetcher.get(server.url)
        fetcher.shutdown()
        for await _ in closed {}
    }

    @Test func releasedFetcherEndsItsThread() async throws {
        let (closed, signal) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send(ScriptedResponse.json("{}").bytes)
            connection.waitUntilClosed()
            signal.finish()
        })
        var fetcher: CurlFetcher? = try fetcher()
        _ = try await fetcher?.get(server.url)
        fetcher = nil
        for await _ in closed {}
    }
}
