import CCurl
import HTTPFetch

/// What holds for libcurl as a whole: it is initialised once, before any handle exists.
enum CurlLibrary {
    private static let initialised = caravan_curl_global_init()

    /// Initialises libcurl on the first call.
    static func start() throws {
        guard initialised == CURLE_OK else {
            throw FetchFailure(.other, "libcurl does not start: \(explanation(of: initialised))")
        }
    }

    /// The HTTP version to ask for.
    ///
    /// Before 8.4.0 an HTTP/2 stream that is reset can pass for a complete answer, and streams we abort ourselves
    /// starve their connection; those releases speak HTTP/1.1.
    static let httpVersion =
        caravan_curl_version_number() < 0x080400 ? Int(CURL_HTTP_VERSION_1_1) : Int(CURL_HTTP_VERSION_2TLS)

    static func explanation(of code: CURLcode) -> String {
        curl_easy_strerror(code).map { String(cString: $0) } ?? "code \(code.rawValue)"
    }
}
