import CCurl
import HTTPFetch

/// libcurl's easy handle: one transfer at a time, used again for the next.
///
/// It belongs to the owner thread. The connection is not its property: that stays with the ``MultiHandle``.
final class EasyHandle {
    let raw: UnsafeMutableRawPointer
    let incoming: IncomingAnswer
    /// libcurl writes here until the handle is cleaned up.
    let errorText: UnsafeMutablePointer<CChar>
    /// libcurl reads the list during the transfer.
    var headerList: HeaderList?
    /// A handle that was told to trust a file keeps doing so.
    private(set) var isReusable = true

    init(_ limits: CurlFetcher.Limits) throws {
        guard let raw = curl_easy_init() else { throw FetchFailure(.other, "out of memory") }
        self.raw = raw
        incoming = IncomingAnswer(of: raw)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try setStandingOptions(limits)
    }

    deinit {
        curl_easy_cleanup(raw)
        errorText.deallocate()
    }

    /// Makes the handle ready for an exchange.
    ///
    /// - Throws: ``FetchFailure`` when libcurl refuses an option or no time is left.
    func prepare(for exchange: Exchange) throws {
        let milliseconds = (exchange.deadline - .now).roundedMilliseconds
        guard milliseconds > 0 else { throw FetchFailure.timedOut }
        errorText[0] = 0
        incoming.prepare(for: exchange.request)
        if exchange.request.certificateFile != nil { isReusable = false }
        try setOptions(of: exchange, milliseconds: milliseconds)
    }

    /// Lets go of the answer to the last exchange.
    func rest() {
        incoming.clear()
    }

    /// What became of the transfer that ended with `code`.
    func ending(_ code: CURLcode, of exchange: Exchange) -> Exchange.Ending {
        if let refusal = incoming.refusal { return .failed(refusal) }
        guard code == CURLE_OK else { return ending(failure: code, of: exchange) }
        do {
            let status = long(CURLINFO_RESPONSE_CODE)
            try incoming.checkCompleteness(status: status)
            let headers = incoming.head.headers
            return .answered(
                HTTPResponse(status: status, headers: headers, body: incoming.body, url: exchange.address.text))
        } catch {
            return .failed(error as? FetchFailure ?? FetchFailure(.other, "\(error)"))
        }
    }

    private func ending(failure code: CURLcode, of exchange: Exchange) -> Exchange.Ending {
        if headersWereTooLarge(code) { return .failed(IncomingHead.tooLarge) }
        let failure = FetchFailure(code, explanation: explanation(of: code), systemError: long(CURLINFO_OS_ERRNO))
        return connectionWasGone(code) && !exchange.onFreshConnection ? .connectionGone(failure) : .failed(failure)
    }

    private func explanation(of code: CURLcode) -> String {
        if code == CURLE_ABORTED_BY_CALLBACK { return "the kept connection was gone when the request was sent" }
        return errorText[0] == 0 ? CurlLibrary.explanation(of: code) : String(cString: errorText)
    }

    /// libcurl has a limit of its own for one line, and reports it as one of memory or of size.
    private func headersWereTooLarge(_ code: CURLcode) -> Bool {
        (code == CURLE_OUT_OF_MEMORY || code.rawValue == 100) && !incoming.head.isComplete
    }

    private func connectionWasGone(_ code: CURLcode) -> Bool {
        switch code {
        case CURLE_ABORTED_BY_CALLBACK: true
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR:
            incoming.isUntouched && long(CURLINFO_NUM_CONNECTS) == 0
        default: false
        }
    }

    private func long(_ info: CURLINFO) -> Int {
        var value = 0
        caravan_curl_get_long(raw, info, &value)
        return value
    }
}
