public import Foundation

/// One question to a carrier.
public struct HTTPRequest: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    public var method: Method
    public var url: String
    public var headers: HTTPHeaders
    /// Sent as it is; its `Content-Type` is a header like any other.
    public var body: Data?
    /// The whole exchange, redirects included, ends within this time.
    public var timeout: Duration
    /// The answer may hold at most this many bytes after decompression.
    public var maximumBodySize: Int
    /// A file of certificates to trust besides the system's; certificates are always checked.
    public var certificateFile: String?

    public init(
        method: Method = .get,
        url: String,
        headers: HTTPHeaders = [:],
        body: Data? = nil,
        timeout: Duration = .seconds(60),
        maximumBodySize: Int = 8 << 20,
        certificateFile: String? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.maximumBodySize = maximumBodySize
        self.certificateFile = certificateFile
    }
}
