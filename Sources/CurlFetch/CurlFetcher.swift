import Foundation
public import HTTPFetch

/// Asks over HTTP with libcurl; any number of tasks may ask at once.
///
/// One thread of its own carries all exchanges out and keeps connections open between them. Redirects are followed to
/// the same scheme, host and port only, three times at most. Proxies of the environment and `.netrc` are ignored.
/// A GET is asked once more, on a new connection, when a kept connection turns out dead; a POST never is.
///
/// libcurl's TLS may write to a connection that the other side has closed, which raises SIGPIPE. A library must not
/// change what the process does with signals: the program calls `signal(SIGPIPE, SIG_IGN)` before it fetches.
public final class CurlFetcher: HTTPFetcher {
    private let limits: Limits
    private let mailbox: Mailbox
    private let ownerEnded = Gate()

    /// Starts the owner thread.
    ///
    /// - Throws: ``FetchFailure`` when libcurl cannot be initialised.
    public init(_ limits: Limits = Limits()) throws {
        try CurlLibrary.start()
        let multi = try MultiHandle(connections: limits.maximumConnections)
        self.limits = limits
        mailbox = Mailbox(waking: multi)
        let owner = Thread { [mailbox, ownerEnded] in
            ExchangeLoop(mailbox, multi, limits).run()
            ownerEnded.open()
        }
        owner.name = "curl"
        owner.start()
    }

    deinit {
        shutdown()
    }

    /// Sends `request` and returns the complete answer, whatever its status code.
    ///
    /// The time of the request begins now: waiting for a connection, redirects and a second try all count.
    ///
    /// - Throws: ``FetchFailure`` when no complete answer came; `CancellationError` when the task was cancelled.
    public func fetch(_ request: HTTPRequest) async throws -> HTTPResponse {
        let deadline = ContinuousClock.now + request.timeout
        var request = request
        var address = try Address(request.url)
        for _ in 0...Redirect.maximumCount {
            try address.checkProtocol(allowingPlainOnLoopback: limits.allowPlainHTTPOnLoopback)
            let response = try await ask(request, at: address, before: deadline)
            guard let redirect = try Redirect(response, to: request, at: address) else { return response }
            (request, address) = (redirect.request, redirect.address)
        }
        throw FetchFailure(.tooManyRedirects, "more than \(Redirect.maximumCount)")
    }

    /// Fails every exchange under way with kind `stopped`, closes all connections and ends the owner thread.
    ///
    /// It returns when the thread has ended, which takes milliseconds; later calls do nothing. Whoever fetches
    /// afterwards gets `stopped` at once.
    public func shutdown() {
        mailbox.close()
        ownerEnded.wait()
    }

    private func ask(
        _ request: HTTPRequest, at address: Address, before deadline: ContinuousClock.Instant
    ) async throws -> HTTPResponse {
        let first = Exchange(request, at: address, deadline: deadline, onFreshConnection: false)
        switch await carryOut(first) {
        case .connectionGone where request.method == .get:
            let second = Exchange(request, at: address, deadline: deadline, onFreshConnection: true)
            return try response(of: await carryOut(second))
        case let ending:
            return try response(of: ending)
        }
    }

    private func response(of ending: Exchange.Ending) throws -> HTTPResponse {
        switch ending {
        case .answered(let response): return response
        case .failed(let failure), .connectionGone(let failure): throw failure
        case .cancelled: throw CancellationError()
        }
    }

    /// A cancellation may reach the owner before the exchange does; the exchange remembers it.
    private func carryOut(_ exchange: Exchange) async -> Exchange.Ending {
        await withTaskCancellationHandler {
            await withCheckedContinuation { reply in
                if !mailbox.post(.start(exchange, reply)) { reply.resume(returning: .failed(.stopped)) }
            }
        } onCancel: {
            _ = mailbox.post(.cancel(exchange))
        }
    }
}
