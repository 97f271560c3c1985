public import Foundation
public import HTTPFetch

/// A request as it reached a ``LoopbackServer``.
public struct RecordedRequest: Sendable {
    public let method: String
    /// What stood in the request line: the path and the query.
    public let target: String
    public let headers: HTTPHeaders
    public let body: Data
    /// The connection it came on; the server's first is 0.
    public let connection: Int

    /// The target up to its query.
    public var path: String {
        String(target.prefix { $0 != "?" })
    }

    /// - Parameter head: The request line and the header lines.
    init(head: String, body: Data, connection: Int) {
        let lines = head.split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        method = words.first.map(String.init) ?? ""
        target = words.dropFirst().first.map(String.init) ?? ""
        headers = HTTPHeaders(lines.dropFirst().compactMap(Self.field))
        self.body = body
        self.connection = connection
    }

    static func field(_ line: Substring) -> HTTPHeaders.Field? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        return HTTPHeaders.Field(name: String(line[..<colon]), value: value)
    }
}
