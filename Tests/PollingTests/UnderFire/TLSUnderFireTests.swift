import Foundation
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Carriers whose certificate is not to be trusted, or who never finish to greet.
@Suite(
    .timeLimit(.minutes(5)), .enabled(if: OpenSSLServer.program != nil, "the openssl program is not installed"))
struct TLSUnderFireTests {
    init() {
        // What a program of ours does before it fetches: TLS may write to a connection that is closed.
        signal(SIGPIPE, SIG_IGN)
    }

    private func failure(at address: String, trusting file: String? = nil, timeout: Duration = .seconds(30))
        async throws -> String?
    {
        let lab = try Lab.underFire()
        _ = try await lab.ask(at: address, certificateFile: file, timeout: timeout)
        let poll = try #require(try lab.poll(of: Lab.box))
        #expect(poll.answer == "failed" && poll.lastSuccess == nil)
        #expect(try lab.events(of: Lab.box).isEmpty)
        return poll.failure
    }

    @Test func aCertificateThatNobodySignedIsRefused() async throws {
        let server = try OpenSSLServer(names: "IP:127.0.0.1")
        #expect(try await failure(at: "https://127.0.0.1:\(server.port)") == "certificate")
    }

    @Test func anExpiredCertificateIsRefusedThoughItIsTrusted() async throws {
        let server = try OpenSSLServer(names: "IP:127.0.0.1", isExpired: true)
        let address = "https://127.0.0.1:\(server.port)"
        #expect(try await failure(at: address, trusting: server.certificateFile) == "certificate")
    }

    @Test func aTrustedCertificateOfAnotherHostIsRefused() async throws {
        let server = try OpenSSLServer(names: "DNS:carrier.example")
        let address = "https://127.0.0.1:\(server.port)"
        #expect(try await failure(at: address, trusting: server.certificateFile) == "certificate")
    }

    @Test func whoeverNeverFinishesToGreetRunsOutOfTime() async throws {
        let server = try LoopbackServer(handler: { $0.waitUntilClosed() })
        let address = "https://127.0.0.1:\(server.port)"
        #expect(try await failure(at: address, timeout: .milliseconds(300)) == "timeout")
    }

    @Test(arguments: ["HTTP/1.1 400 Bad Request\r\n\r\n", ""])
    func whoeverDoesNotSpeakTLSIsNotAsked(greeting: String) async throws {
        let server = try LoopbackServer(handler: { connection in try connection.send(greeting) })
        #expect(try await failure(at: "https://127.0.0.1:\(server.port)") == "tls")
    }
}
