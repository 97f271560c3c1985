import CurlFetch
import Foundation
import HTTPFetch
import TestSupport
import Testing

@Suite("A server that fails", .timeLimit(.minutes(5)))
struct FaultTests {
    private static let counted =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"a\":[1,2]}"
    private static let chunked =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "4\r\n{\"a\"\r\n7\r\n:[1,2]}\r\n0\r\n\r\n"

    private static let unchanged = "HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n"

    @Test func nobodyListeningIsRefused() async throws {
        let failure = try await fetcher().failure("http://127.0.0.1:\(LoopbackServer.unusedPort())/")
        #expect(failure == .refused)
    }

    @Test func silenceEndsAtTheDeadline() async throws {
        let server = try LoopbackServer(handler: { $0.waitUntilClosed() })
        let began = ContinuousClock.now
        let failure = try await fetcher().failure(server.url, within: .milliseconds(150))
        #expect(failure == .timeout)
        #expect(began.duration(to: .now) >= .milliseconds(150))
        #expect(began.duration(to: .now) < .seconds(10))
    }

    @Test func dripDoesNotOutliveTheDeadline() async throws {
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            while true { try connection.drip("x") }
        })
        let began = ContinuousClock.now
        let failure = try await fetcher().failure(server.url, within: .milliseconds(200))
        #expect(failure == .timeout)
        #expect(began.duration(to: .now) < .seconds(10))
    }

    @Test func answerBelowTheLowestSpeedIsGivenUp() async throws {
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            while true { try connection.drip("x", milliseconds: 5) }
        })
        let limits = CurlFetcher.Limits(lowSpeed: 100_000, lowSpeedTime: .seconds(1))
        let began = ContinuousClock.now
        let failure = try await CurlFetcher(limits).failure(server.url, within: .seconds(30))
        #expect(failure == .timeout)
        #expect(began.duration(to: .now) < .seconds(20))
    }

    @Test func answerInSinglePacketsIsWhole() async throws {
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.drip(Self.chunked, milliseconds: 0)
        })
        #expect(try await fetcher().get(server.url).body == Data("{\"a\":[1,2]}".utf8))
    }

    @Test func resetWithinTheBodyIsIncomplete() async throws {
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
            connection.reset()
        })
        let failure = try await fetcher().failure(server.url)
        #expect(failure == .incomplete)
    }

    /// libcurl does without the line feed behind the last chunk, when nothing is missing any more.
    @Test(arguments: [
        (counted, counted.utf8.count), (chunked, chunked.utf8.count - 1), (unchanged, unchanged.utf8.count),
    ])
    func answerCutAtAnyByteIsIncomplete(answer: String, whole: Int) async throws {
        let bytes = Array(answer.utf8)
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send(bytes.prefix(connection.index))
        })
        let fetcher = try fetcher()
        for length in 0..<whole {
            let failure = try await fetcher.failure(server.url)
            #expect(failure == .incomplete, "cut after \(length) bytes")
        }
        #expect(try await fetcher.failure(server.url) == nil)
    }

    @Test(
        arguments: [
            ("Content-Length: 10\r\n\r\nabc", .incomplete),
            ("Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", .incomplete),
            ("Content-Length: -1\r\n\r\nabc", .malformed),
            ("Content-Type: text/csv\r\n\r\na;b\r\n1;2", .incomplete),
            ("\r\nabc", .incomplete),
            ("Transfer-Encoding: chunked\r\n\r\nnine\r\nabc\r\n0\r\n\r\n", .malformed),
            ("Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nabc\r\n0\r\n\r\n", .malformed),
            ("Transfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n", .malformed),
            ("Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n", .malformed),
            ("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", .incomplete),
            ("Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", .encoding),
            ("Content-Encoding: br\r\nContent-Length: 3\r\n\r\nabc", .encoding),
            ("Content-Encoding: deflate\r\nContent-Length: 3\r\n\r\nabc", .encoding),
            ("Content-Encoding: gzip, gzip\r\nContent-Length: 3\r\n\r\nabc", .encoding),
            ("X-Zero: a\0b\r\nContent-Length: 3\r\n\r\nabc", .malformed),
        ] as [(String, FetchFailure.Kind)])
    func brokenFramingIsNoAnswer(rest: String, kind: FetchFailure.Kind) async throws {
        let server = try server(sending: "HTTP/1.1 200 OK\r\n" + rest)
        let failure = try await fetcher().failure(server.url)
        #expect(failure == kind)
    }

    @Test(
        arguments: [
            ("hello", .malformed), ("SSH-2.0-OpenSSH_9.2\r\n", .malformed), ("HTTP/9.9 200 OK\r\n\r\n", .malformed),
            ("HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n", .malformed),
        ] as [(String, FetchFailure.Kind)])
    func whatIsNotHTTPIsNoAnswer(text: String, kind: FetchFailure.Kind) async throws {
        let server = try server(sending: text)
        let failure = try await fetcher().failure(server.url)
        #expect(failure == kind)
    }

    @Test func bytesBehindAnAnswerAreNotTheNextAnswer() async throws {
        let server = try LoopbackServer(handler: { connection in
            while connection.readRequest() != nil {
                try connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfake")
            }
        })
        let fetcher = try fetcher()
        for _ in 0..<5 { #expect(try await fetcher.get(server.url).body == Data("ok".utf8)) }
    }
}
