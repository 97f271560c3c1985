public import Foundation
public import HTTPFetch

/// A whole answer for a ``LoopbackServer`` to give.
public struct ScriptedResponse: Sendable {
    public var status: Int
    /// What is sent besides a `Content-Length`, which is added unless it or `Transfer-Encoding` is here.
    ///
    /// `Connection: close` ends the connection.
    public var headers: HTTPHeaders
    public var body: Data

    public init(status: Int = 200, headers: HTTPHeaders = [:], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    public init(status: Int = 200, headers: HTTPHeaders = [:], text: String) {
        self.init(status: status, headers: headers, body: Data(text.utf8))
    }

    public static func json(_ text: String, status: Int = 200) -> ScriptedResponse {
        ScriptedResponse(status: status, headers: ["Content-Type": "application/json"], text: text)
    }

    /// A redirect to `location`.
    public static func redirect(to location: String, status: Int = 302) -> ScriptedResponse {
        ScriptedResponse(status: status, headers: ["Location": location])
    }

    /// The answer as it goes over the wire.
    public var bytes: Data {
        var lines = ["HTTP/1.1 \(status) Scripted"]
        lines += headers.fields.map { "\($0.name): \($0.value)" }
        if hasLength { lines.append("Content-Length: \(body.count)") }
        return Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    var endsConnection: Bool {
        headers["Connection"]?.lowercased() == "close"
    }

    private var hasLength: Bool {
        headers["Content-Length"] == nil && headers["Transfer-Encoding"] == nil && status != 204 && status != 304
    }
}
