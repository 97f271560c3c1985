import CurlFetch
import Foundation
import HTTPFetch
import TestSupport
import Testing

@Suite("What a complete answer brings", .timeLimit(.minutes(5)))
struct AnswerTests {
    @Test(arguments: [200, 201, 304, 400, 401, 404, 429, 500, 503])
    func everyStatusIsAnAnswer(status: Int) async throws {
        let server = try LoopbackServer { _ in ScriptedResponse(status: status, headers: ["ETag": "\"7\""]) }
        let response = try await fetcher().get(server.url + "/track")
        #expect(response.status == status)
        #expect(response.headers["etag"] == "\"7\"")
        #expect(response.url == server.url + "/track")
    }

    @Test func bodyArrivesByteForByte() async throws {
        let body = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 * $0) })
        let server = try LoopbackServer { _ in ScriptedResponse(body: body) }
        #expect(try await fetcher().get(server.url).body == body)
    }

    @Test func chunksAreJoinedAndTrailersIgnored() async throws {
        let server = try server(
            sending:
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Late: 1\r\n\r\n"
        )
        let response = try await fetcher().get(server.url)
        #expect(response.body == Data("abcde".utf8))
        #expect(response.headers["X-Late"] == nil)
    }

    @Test func emptyChunkedBodyKeepsItsHeaders() async throws {
        let server = try server(
            sending: "HTTP/1.1 200 OK\r\nETag: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Late: 1\r\n\r\n")
        let response = try await fetcher().get(server.url)
        #expect(response.body.isEmpty)
        #expect(response.headers["ETag"] == "1")
    }

    @Test func gzipIsUnpacked() async throws {
        let body = Data(#"{"events":[]}"#.utf8)
        let server = try LoopbackServer { _ in
            ScriptedResponse(headers: ["Content-Encoding": "gzip"], body: Gzip.stored(body))
        }
        #expect(try await fetcher().get(server.url).body == body)
        #expect(server.requests.first?.headers["Accept-Encoding"] == "gzip")
    }

    @Test func gzipWithinGzipIsRefused() async throws {
        let body = Gzip.stored(Gzip.stored(Data("{}".utf8)))
        let server = try LoopbackServer { _ in
            ScriptedResponse(headers: ["Content-Encoding": "gzip, gzip"], body: body)
        }
        #expect(try await fetcher().failure(server.url) == .encoding)
    }

    @Test(arguments: ["120", "Fri, 20 Nov 2026 10:00:00 GMT", "-1", "soon"])
    func retryAfterIsHandedOnAsItCame(value: String) async throws {
        let server = try LoopbackServer { _ in ScriptedResponse(status: 429, headers: ["retry-after": value]) }
        #expect(try await fetcher().get(server.url).headers["Retry-After"] == value)
    }

    @Test func repeatedHeadersKeepTheirOrder() async throws {
        let server = try LoopbackServer { _ in
            ScriptedResponse(headers: ["Next-Page": "a", "X-Empty": "", "next-page": " b "])
        }
        let fields = try await fetcher().get(server.url).headers.fields
        #expect(fields.prefix(3).map(\.name) == ["Next-Page", "X-Empty", "next-page"])
        #expect(fields.prefix(3).map(\.value) == ["a", "", "b"])
    }

    @Test func interimAnswersLeaveNothingBehind() async throws {
        let server = try server(
            sending: "HTTP/1.1 103 Early Hints\r\nX-Hint: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        let response = try await fetcher().get(server.url)
        #expect(response.status == 200)
        #expect(response.headers["X-Hint"] == nil)
    }

    @Test func formatThatMarksItsOwnEndMayEndWithTheConnection() async throws {
        let server = try server(sending: "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{}")
        #expect(try await fetcher().get(server.url).body == Data("{}".utf8))
    }
}
