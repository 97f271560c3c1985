import Foundation

/// An answer with its bytes as they go over the wire, so that a repeated answer costs nothing to write.
public struct CarrierAnswer: Sendable {
    public let status: Int
    public let headers: [(name: String, value: String)]
    public let body: [UInt8]
    /// Status line, headers and body, RFC 9112.
    let wire: Data

    public init(_ status: Int, headers: [(name: String, value: String)] = [], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
        var head = "HTTP/1.1 \(status) \(Self.phrases[status] ?? "Status")\r\n"
        head += "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n"
        for header in headers { head += "\(header.name): \(header.value)\r\n" }
        var wire = Data(capacity: head.utf8.count + body.count + 2)
        wire.append(contentsOf: head.utf8)
        wire.append(contentsOf: [0x0D, 0x0A])
        wire.append(contentsOf: body)
        self.wire = wire
    }

    init(_ status: Int, headers: [(name: String, value: String)] = [], _ json: JSONText) {
        self.init(status, headers: headers, body: json.bytes)
    }

    /// The first value of a header; names are compared without regard to case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    private static let phrases = [
        200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 405: "Method Not Allowed",
        429: "Too Many Requests",
    ]
}
