import CCurl
import Foundation
import HTTPFetch

extension FetchFailure {
    /// The failure that libcurl's result `code` stands for.
    ///
    /// - Parameter explanation: libcurl's own words; bytes of the other side in them are made harmless.
    init(_ code: CURLcode, explanation: String, systemError: Int) {
        self.init(Self.kind(of: code, explanation: explanation, systemError: systemError), Self.printable(explanation))
    }

    static let stopped = FetchFailure(.stopped, "the fetcher was shut down")

    static let timedOut = FetchFailure(.timeout, "the time of the request ran out before it could be sent")

    private static func kind(of code: CURLcode, explanation: String, systemError: Int) -> Kind {
        switch code {
        case CURLE_URL_MALFORMAT: .badURL
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .nameNotResolved
        case CURLE_COULDNT_CONNECT: systemError == Int(ECONNREFUSED) ? .refused : .unreachable
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_FILESIZE_EXCEEDED: .bodyTooLarge
        case CURLE_BAD_CONTENT_ENCODING: .encoding
        // The only unsupported protocol that can still turn up is an answer without a status line.
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL: .malformed
        case CURLE_RECV_ERROR: explanation.contains("chunked-encoding") ? .malformed : .incomplete
        default: otherKinds[code.rawValue] ?? .other
        }
    }

    private static let otherKinds: [UInt32: Kind] = {
        var kinds: [UInt32: Kind] = [:]
        for code in [
            CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_ABORTED_BY_CALLBACK, CURLE_HTTP2,
            CURLE_HTTP2_STREAM,
        ] {
            kinds[code.rawValue] = .incomplete
        }
        for code in [
            CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS,
        ] {
            kinds[code.rawValue] = .certificate
        }
        for code in [
            CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_CIPHER,
            CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_SHUTDOWN_FAILED, CURLE_USE_SSL_FAILED,
        ] {
            kinds[code.rawValue] = .tls
        }
        return kinds
    }()

    private static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { (" "..."~").contains($0) ? $0 : "?" }))
    }
}
