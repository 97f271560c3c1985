import HTTPFetch

/// Where an answer sends us, and whether we go.
///
/// Redirects are followed here and not by libcurl, which would carry every header of ours to another host.
struct Redirect {
    static let maximumCount = 3

    let request: HTTPRequest
    let address: Address

    /// The next question when `response` is a redirect to the same scheme, host and port, `nil` when it is none.
    ///
    /// - Throws: ``FetchFailure`` of kind `redirectRefused` for a redirect to anywhere else.
    init?(_ response: HTTPResponse, to request: HTTPRequest, at origin: Address) throws {
        guard [301, 302, 303, 307, 308].contains(response.status) else { return nil }
        guard let location = response.headers["Location"] else {
            throw FetchFailure(.redirectRefused, "status \(response.status) without Location")
        }
        guard let address = try? Address(location, relativeTo: origin) else {
            throw FetchFailure(.redirectRefused, "Location is no URL")
        }
        guard address.hasSameOrigin(as: origin) else {
            throw FetchFailure(.redirectRefused, "to another scheme, host or port")
        }
        self.address = address
        self.request = try Self.repeated(request, after: response.status)
    }

    /// A redirected POST stays one with 307 and 308 and becomes a GET with 303; what 301 and 302 mean for it depends on
    /// who is asked, so it is refused.
    private static func repeated(_ request: HTTPRequest, after status: Int) throws -> HTTPRequest {
        if request.method == .get || status == 307 || status == 308 { return request }
        guard status == 303 else { throw FetchFailure(.redirectRefused, "a POST answered with status \(status)") }
        var next = request
        next.method = .get
        next.body = nil
        next.headers["Content-Type"] = nil
        return next
    }
}
