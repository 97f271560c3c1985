/// Takes whole requests out of the bytes a connection has delivered so far (HTTP/1.1, RFC 9112).
struct RequestReader {
    private static let headLimit = 64 * 1024
    private static let bodyLimit = 1024 * 1024

    private var pending: [UInt8] = []

    mutating func receive(_ bytes: [UInt8]) {
        pending += bytes
    }

    /// The next request, or nil until more bytes have come; throws `RequestProblem` on what is no request.
    mutating func next() throws(RequestProblem) -> (request: CarrierRequest, isLast: Bool)? {
        guard let end = headEnd() else {
            guard pending.count <= Self.headLimit else { throw .tooLong }
            return nil
        }
        let lines = String(decoding: pending[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = (lines.first ?? "").split(separator: " ")
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { throw .malformed }
        let headers = Self.headers(lines.dropFirst())
        guard let length = Int(headers["content-length"] ?? "0"), length >= 0 else { throw .malformed }
        guard length <= Self.bodyLimit, headers["transfer-encoding"] == nil else { throw .tooLong }
        let bodyStart = end + 4
        guard pending.count >= bodyStart + length else { return nil }
        let request = CarrierRequest(
            String(words[0]), String(words[1]), headers: headers,
            body: Array(pending[bodyStart..<bodyStart + length]))
        pending.removeFirst(bodyStart + length)
        return (request, Self.isLast(words[2], headers["connection"]))
    }

    private func headEnd() -> Int? {
        guard pending.count >= 4 else { return nil }
        for index in 0...(pending.count - 4)
        where pending[index] == 0x0D && pending[index + 1] == 0x0A && pending[index + 2] == 0x0D
            && pending[index + 3] == 0x0A
        {
            return index
        }
        return nil
    }

    private static func headers(_ lines: ArraySlice<Substring>) -> [String: String] {
        var headers: [String: String] = [:]
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " || $0 == "\t" })
        }
        return headers
    }

    /// Connections persist unless the client says otherwise.
    private static func isLast(_ version: Substring, _ connection: String?) -> Bool {
        let wish = connection?.lowercased()
        return version == "HTTP/1.0" ? wish != "keep-alive" : wish == "close"
    }
}
