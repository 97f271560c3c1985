public import Foundation

/// A complete answer; an incomplete one is a ``FetchFailure``.
public struct HTTPResponse: Sendable {
    public var status: Int
    public var headers: HTTPHeaders
    /// The decompressed body.
    public var body: Data
    /// Where the answer came from, after redirects.
    public var url: String

    public init(status: Int, headers: HTTPHeaders = [:], body: Data = Data(), url: String = "") {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
    }
}
