import CCurl
import HTTPFetch

/// A URL as libcurl reads it, so that what is checked is what is asked.
struct Address: Sendable {
    /// The URL in libcurl's own writing.
    let text: String
    let scheme: String
    let host: String
    let port: String

    /// Reads `text`, against `base` when it is relative.
    ///
    /// - Throws: ``FetchFailure`` of kind `badURL`. Its detail leaves the URL out, which may hold a key.
    init(_ text: String, relativeTo base: Address? = nil) throws {
        guard let url = curl_url() else { throw FetchFailure(.other, "out of memory") }
        defer { curl_url_cleanup(url) }
        if let base { try Self.read(base.text, into: url) }
        try Self.read(text, into: url)
        self.text = try Self.part(CURLUPART_URL, of: url)
        scheme = try Self.part(CURLUPART_SCHEME, of: url)
        host = scheme == "file" ? "" : try Self.part(CURLUPART_HOST, of: url).lowercased()
        port = scheme == "file" ? "" : try Self.part(CURLUPART_PORT, of: url, flags: UInt32(CURLU_DEFAULT_PORT))
    }

    /// The host and port whose connections are counted together.
    var authority: String { "\(host):\(port)" }

    /// 127.0.0.0/8, `[::1]` or `localhost`; libcurl has already brought addresses like `127.1` into full form.
    var isLoopback: Bool {
        host == "localhost" || host == "[::1]" || Self.isLoopbackIPv4(host)
    }

    func hasSameOrigin(as other: Address) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }

    /// - Throws: ``FetchFailure`` of kind `protocolRefused` unless this is `https:`, or loopback `http:` and allowed.
    func checkProtocol(allowingPlainOnLoopback: Bool) throws {
        switch scheme {
        case "https": return
        case "http" where allowingPlainOnLoopback && isLoopback: return
        case "http": throw FetchFailure(.protocolRefused, "http: to \(host); only https: leaves this machine")
        default: throw FetchFailure(.protocolRefused, "\(scheme): is not https:")
        }
    }

    private static func isLoopbackIPv4(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func read(_ text: String, into url: OpaquePointer) throws {
        let flags = UInt32(CURLU_NON_SUPPORT_SCHEME) | UInt32(CURLU_DISALLOW_USER)
        let code = curl_url_set(url, CURLUPART_URL, text, flags)
        guard code == CURLUE_OK else { throw failure(code) }
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer, flags: UInt32 = 0) throws -> String {
        var text: UnsafeMutablePointer<CChar>?
        let code = curl_url_get(url, part, &text, flags)
        guard code == CURLUE_OK, let text else { throw failure(code) }
        defer { curl_free(text) }
        return String(cString: text)
    }

    private static func failure(_ code: CURLUcode) -> FetchFailure {
        FetchFailure(.badURL, curl_url_strerror(code).map { String(cString: $0) } ?? "code \(code.rawValue)")
    }
}
