import CurlFetch
import HTTPFetch
import TestSupport

/// A fetcher that allows `perHost` exchanges at once to one host.
func fetcher(perHost: Int = 4) throws -> CurlFetcher {
    try CurlFetcher(CurlFetcher.Limits(maximumConnectionsPerHost: perHost, userAgent: "caravan-tests"))
}

extension HTTPFetcher {
    /// Asks with a GET.
    func get(_ url: String, headers: HTTPHeaders = [:], within timeout: Duration = .seconds(20)) async throws
        -> HTTPResponse
    {
        try await fetch(HTTPRequest(url: url, headers: headers, timeout: timeout))
    }

    /// The kind of the failure that a request ends with, `nil` when it is answered.
    func failure(of request: HTTPRequest) async throws -> FetchFailure.Kind? {
        do {
            _ = try await fetch(request)
            return nil
        } catch let failure as FetchFailure {
            return failure.kind
        }
    }

    /// The kind of the failure that a GET ends with, `nil` when it is answered.
    func failure(_ url: String, within timeout: Duration = .seconds(20)) async throws -> FetchFailure.Kind? {
        try await failure(of: HTTPRequest(url: url, timeout: timeout))
    }
}

/// A server that reads one request per connection, sends these bytes and ends the connection.
func server(sending text: String) throws -> LoopbackServer {
    try LoopbackServer(handler: { connection in
        guard connection.readRequest() != nil else { return }
        try connection.send(text)
    })
}
