import CurlFetch
import Foundation
import HTTPFetch
import TestSupport
import Testing

@Suite("A server that sends us elsewhere", .timeLimit(.minutes(5)))
struct RedirectTests {
    @Test(arguments: [301, 302, 303, 307, 308])
    func sameOriginIsFollowed(status: Int) async throws {
        let server = try LoopbackServer { request in
            request.path == "/old" ? .redirect(to: "/new?x=1", status: status) : .json("{}")
        }
        let response = try await fetcher().get(server.url + "/old", headers: ["API-Key": "k"])
        #expect(response.status == 200)
        #expect(response.url == server.url + "/new?x=1")
        #expect(server.requests.map(\.target) == ["/old", "/new?x=1"])
        #expect(server.requests.allSatisfy { $0.headers["API-Key"] == "k" })
    }

    @Test func absoluteLocationOfTheSameOriginIsFollowed() async throws {
        let server = try LoopbackServer { request in
            guard request.path == "/old", let host = request.headers["Host"] else { return .json("{}") }
            return .redirect(to: "HTTP://\(host)/new")
        }
        #expect(try await fetcher().get(server.url + "/old").url == server.url + "/new")
    }

    @Test(arguments: [
        "http://localhost:PORT/", "http://127.0.0.2:PORT/", "https://127.0.0.1:PORT/", "http://127.0.0.1:OTHER/",
        "//127.0.0.1:OTHER/", "http://127.0.0.1/", "file:///etc/hostname", "ftp://127.0.0.1:PORT/",
        "https://example.com/",
        "http://user:secret@127.0.0.1:PORT/", "http://", "gopher://127.0.0.1:PORT/",
    ])
    func anyOtherOriginIsRefused(location: String) async throws {
        let other = try LoopbackServer { _ in .json("{}") }
        let server = try LoopbackServer { request in
            let port = request.headers["Host"]?.split(separator: ":").last ?? ""
            return .redirect(
                to: location.replacingOccurrences(of: "PORT", with: port)
                    .replacingOccurrences(of: "OTHER", with: "\(other.port)"))
        }
        #expect(try await fetcher().failure(server.url) == .redirectRefused)
        #expect(server.requests.count == 1)
        #expect(other.connectionCount == 0)
    }

    @Test func redirectWithoutLocationIsRefused() async throws {
        let server = try LoopbackServer { _ in ScriptedResponse(status: 302) }
        #expect(try await fetcher().failure(server.url) == .redirectRefused)
    }

    @Test(arguments: [(3, nil), (4, .tooManyRedirects)] as [(Int, FetchFailure.Kind?)])
    func thirdRedirectIsTheLast(count: Int, kind: FetchFailure.Kind?) async throws {
        let server = try LoopbackServer { request in
            let step = Int(request.path.dropFirst()) ?? 0
            return step < count ? .redirect(to: "/\(step + 1)") : .json("{}")
        }
        #expect(try await fetcher().failure(server.url + "/0") == kind)
        #expect(server.requests.count == 4)
    }

    @Test(arguments: [307, 308])
    func postStaysAPost(status: Int) async throws {
        let server = try LoopbackServer { request in
            request.path == "/old" ? .redirect(to: "/new", status: status) : .json("{}")
        }
        _ = try await fetcher().fetch(HTTPRequest(method: .post, url: server.url + "/old", body: Data("ask".utf8)))
        #expect(server.requests.map(\.method) == ["POST", "POST"])
        #expect(server.requests.map(\.body) == [Data("ask".utf8), Data("ask".utf8)])
    }

    @Test func seeOtherTurnsAPostIntoAGet() async throws {
        let server = try LoopbackServer { request in
            request.path == "/old" ? .redirect(to: "/new", status: 303) : .json("{}")
        }
        _ = try await fetcher().fetch(HTTPRequest(method: .post, url: server.url + "/old", body: Data("ask".utf8)))
        #expect(server.requests.map(\.method) == ["POST", "GET"])
        #expect(server.requests.last?.body.isEmpty == true)
    }

    @Test(arguments: [301, 302])
    func ambiguousRedirectOfAPostIsRefused(status: Int) async throws {
        let server = try LoopbackServer { _ in .redirect(to: "/new", status: status) }
        let request = HTTPRequest(method: .post, url: server.url, body: Data("ask".utf8))
        #expect(try await fetcher().failure(of: request) == .redirectRefused)
    }

    @Test func redirectsShareOneDeadline() async throws {
        let server = try LoopbackServer(handler: { connection in
            while connection.readRequest() != nil {
                usleep(100_000)
                try connection.send(ScriptedResponse.redirect(to: "/").bytes)
            }
        })
        #expect(try await fetcher().failure(server.url, within: .milliseconds(250)) == .timeout)
        #expect(server.requests.count <= 3)
    }
}
