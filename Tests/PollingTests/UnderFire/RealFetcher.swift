import CurlFetch
import HTTPFetch
import TestSupport

@testable import Polling

/// libcurl itself, with less patience than a carrier gets: a test has no minute to wait.
struct RealFetcher: HTTPFetcher {
    let curl: CurlFetcher
    var timeout: Duration = .seconds(30)

    init(timeout: Duration = .seconds(30)) throws {
        curl = try CurlFetcher()
        self.timeout = timeout
    }

    func fetch(_ request: HTTPRequest) async throws -> HTTPResponse {
        var request = request
        request.timeout = timeout
        return try await curl.fetch(request)
    }
}

extension Lab {
    /// One pass with libcurl over what is due of the carrier at `address`.
    func ask(
        at address: String, profile: String = "dcsa", certificateFile: String? = nil, timeout: Duration = .seconds(30)
    ) async throws -> PassSummary {
        var plan = try Lab.plan(profile: profile)
        plan.baseURL = address
        plan.certificateFile = certificateFile
        return try await poller(plan, asking: try RealFetcher(timeout: timeout)).pass()
    }

    /// A laboratory whose one box is due; nobody asks by script.
    static func underFire() throws -> Lab {
        let lab = try Lab(ScriptedFetcher())
        try lab.watch([Lab.box])
        return lab
    }
}
