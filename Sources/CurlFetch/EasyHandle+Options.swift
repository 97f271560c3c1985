import CCurl
import Foundation
import HTTPFetch

extension EasyHandle {
    /// The options that hold for every exchange of the handle.
    func setStandingOptions(_ limits: CurlFetcher.Limits) throws {
        try setCallbacks()
        try setTrust()
        try setPatience(limits)
        try set(CURLOPT_USERAGENT, limits.userAgent)
        try set(CURLOPT_HTTP_VERSION, CurlLibrary.httpVersion)
        try set(CURLOPT_HTTP09_ALLOWED, 0)
        try set(CURLOPT_ACCEPT_ENCODING, "gzip")
        try set(CURLOPT_BUFFERSIZE, IncomingAnswer.bufferSize)
        // Signals would be the process's, and it has more threads than this one.
        try set(CURLOPT_NOSIGNAL, 1)
        // Do not wait for a resolver thread when the handle goes.
        try set(CURLOPT_QUICK_EXIT, 1)
    }

    /// The options of one exchange; each is set every time, for they stick.
    func setOptions(of exchange: Exchange, milliseconds: Int) throws {
        try set(CURLOPT_URL, exchange.address.text)
        try set(CURLOPT_PROTOCOLS_STR, exchange.address.scheme)
        try set(CURLOPT_TIMEOUT_MS, milliseconds)
        try set(CURLOPT_FRESH_CONNECT, exchange.onFreshConnection ? 1 : 0)
        try setHeaders(exchange.request.headers.fields)
        try setBody(of: exchange.request)
        if let file = exchange.request.certificateFile { try set(CURLOPT_CAINFO, file) }
    }

    private func setCallbacks() throws {
        let context = Unmanaged.passUnretained(incoming).toOpaque()
        try check(caravan_curl_set_error_buffer(raw, errorText))
        try check(caravan_curl_set_receive(raw, CURLOPT_HEADERFUNCTION, Self.receiveHeader))
        try check(caravan_curl_set_pointer(raw, CURLOPT_HEADERDATA, context))
        try check(caravan_curl_set_receive(raw, CURLOPT_WRITEFUNCTION, Self.receiveBody))
        try check(caravan_curl_set_pointer(raw, CURLOPT_WRITEDATA, context))
        try check(caravan_curl_set_before_send(raw, Self.beforeSend))
        try check(caravan_curl_set_pointer(raw, CURLOPT_PREREQDATA, context))
    }

    /// Certificates are always checked, and nothing around the process decides where a request goes.
    private func setTrust() throws {
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_REDIR_PROTOCOLS_STR, "https")
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    }

    private func setPatience(_ limits: CurlFetcher.Limits) throws {
        try set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectTimeout.roundedMilliseconds)
        try set(CURLOPT_LOW_SPEED_LIMIT, limits.lowSpeed)
        try set(CURLOPT_LOW_SPEED_TIME, limits.lowSpeedTime.roundedMilliseconds / 1000)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_DNS_CACHE_TIMEOUT, 300)
        // Seconds a connection may have been idle; servers drop older ones without a word.
        try set(CURLOPT_MAXAGE_CONN, 60)
    }

    private func setHeaders(_ fields: [HTTPHeaders.Field]) throws {
        if let headerList, headerList.fields == fields { return }
        let list = try HeaderList(fields)
        try check(caravan_curl_set_list(raw, CURLOPT_HTTPHEADER, list.raw))
        headerList = list
    }

    private func setBody(of request: HTTPRequest) throws {
        guard request.method == .post || request.body != nil else {
            try set(CURLOPT_CUSTOMREQUEST, nil)
            return try set(CURLOPT_HTTPGET, 1)
        }
        let body = request.body ?? Data()
        try set(CURLOPT_POST, 1)
        try set(CURLOPT_CUSTOMREQUEST, request.method == .post ? nil : request.method.rawValue)
        try check(caravan_curl_set_size(raw, CURLOPT_POSTFIELDSIZE_LARGE, Int64(body.count)))
        try body.withUnsafeBytes { bytes in
            // With a size of 0 libcurl looks at the pointer alone, and a null one would make it ask for a body.
            if let start = bytes.baseAddress, !bytes.isEmpty {
                try check(caravan_curl_set_bytes(raw, CURLOPT_COPYPOSTFIELDS, start))
            } else {
                try set(CURLOPT_COPYPOSTFIELDS, "")
            }
        }
    }

    private func set(_ option: CURLoption, _ value: Int) throws {
        try check(caravan_curl_set_long(raw, option, value))
    }

    private func set(_ option: CURLoption, _ value: String?) throws {
        try check(caravan_curl_set_text(raw, option, value))
    }

    private func check(_ code: CURLcode) throws {
        guard code == CURLE_OK else {
            throw FetchFailure(.other, "libcurl refuses an option: \(CurlLibrary.explanation(of: code))")
        }
    }
}
