import CurlFetch
import Foundation
import HTTPFetch
import TestSupport
import Testing

@Suite(
    "Whom we trust", .timeLimit(.minutes(5)),
    .enabled(if: OpenSSLServer.program != nil, "the openssl program is not installed"))
struct TrustTests {
    init() {
        // What a program of ours does before it fetches: TLS may write to a connection that is closed.
        signal(SIGPIPE, SIG_IGN)
    }

    @Test func certificateThatNobodySignedIsRefused() async throws {
        let server = try OpenSSLServer(names: "IP:127.0.0.1")
        #expect(try await fetcher().failure("https://127.0.0.1:\(server.port)/answer") == .certificate)
    }

    @Test func certificateOfTheFileIsTrusted() async throws {
        let server = try OpenSSLServer(names: "IP:127.0.0.1")
        let fetcher = try fetcher()
        let request = HTTPRequest(
            url: "https://127.0.0.1:\(server.port)/answer", certificateFile: server.certificateFile)
        #expect(try await fetcher.fetch(request).body == Data("secret".utf8))
        #expect(try await fetcher.failure(request.url) == .certificate)
    }

    @Test func trustedCertificateForAnotherHostIsRefused() async throws {
        let server = try OpenSSLServer(names: "DNS:carrier.example")
        let request = HTTPRequest(
            url: "https://127.0.0.1:\(server.port)/answer", certificateFile: server.certificateFile)
        #expect(try await fetcher().failure(of: request) == .certificate)
    }

    @Test func missingCertificateFileIsAFailure() async throws {
        let server = try OpenSSLServer(names: "IP:127.0.0.1")
        let request = HTTPRequest(url: "https://127.0.0.1:\(server.port)/answer", certificateFile: "/nowhere.pem")
        #expect(try await fetcher().failure(of: request) == .certificate)
    }

    @Test func plainAnswerToTLSIsNoAnswer() async throws {
        let server = try LoopbackServer(handler: { connection in
            try connection.send("HTTP/1.1 400 Bad Request\r\n\r\n")
            connection.waitUntilClosed()
        })
        #expect(try await fetcher().failure("https://127.0.0.1:\(server.port)/") == .tls)
    }
}
