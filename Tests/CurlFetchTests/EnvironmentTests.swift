import CurlFetch
import Foundation
import HTTPFetch
import TestSupport
import Testing

@Suite("What lies around the process", .timeLimit(.minutes(5)))
struct EnvironmentTests {
    /// In a process of its own, for the environment is shared with the tests beside this one.
    @Test func proxiesOfTheEnvironmentAreIgnored() async {
        await #expect(processExitsWith: .success) {
            let proxy = try LoopbackServer { _ in ScriptedResponse(status: 502) }
            for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] { setenv(name, proxy.url, 1) }
            setenv("no_proxy", "", 1)
            let server = try LoopbackServer { _ in .json("{}") }
            let status = try await fetcher().get(server.url).status
            exit(status == 200 && proxy.connectionCount == 0 ? 0 : 1)
        }
    }

    @Test func netrcIsIgnored() async {
        await #expect(processExitsWith: .success) {
            let home = FileManager.default.temporaryDirectory.appending(path: "caravan-home-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
            try Data("default login me password secret\n".utf8).write(to: home.appending(path: ".netrc"))
            setenv("HOME", home.path, 1)
            let server = try LoopbackServer { _ in .json("{}") }
            _ = try await fetcher().get(server.url)
            try FileManager.default.removeItem(at: home)
            exit(server.requests.first?.headers["Authorization"] == nil ? 0 : 1)
        }
    }
}
