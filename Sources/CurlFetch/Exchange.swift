import HTTPFetch

/// One request on its way to one answer, without redirects and second tries.
///
/// `@unchecked Sendable` is safe for this type because what is `let` is `Sendable`, and what is `var` is read and
/// written by the owner thread alone: other threads only carry the reference into the ``Mailbox``, whose lock orders
/// the hand-over.
final class Exchange: @unchecked Sendable {
    typealias Reply = CheckedContinuation<Ending, Never>

    enum Ending: Sendable {
        case answered(HTTPResponse)
        case failed(FetchFailure)
        /// A connection that had been kept open was gone before a byte of the answer came.
        case connectionGone(FetchFailure)
        case cancelled
    }

    enum Stage {
        case new
        case waiting
        case running(EasyHandle)
        case ended
    }

    let request: HTTPRequest
    let address: Address
    let deadline: ContinuousClock.Instant
    let onFreshConnection: Bool

    var stage = Stage.new
    private var reply: Reply?

    init(_ request: HTTPRequest, at address: Address, deadline: ContinuousClock.Instant, onFreshConnection: Bool) {
        self.request = request
        self.address = address
        self.deadline = deadline
        self.onFreshConnection = onFreshConnection
    }

    var isWaiting: Bool {
        if case .waiting = stage { true } else { false }
    }

    /// Takes the reply that ``end(_:)`` gives.
    ///
    /// - Returns: false when the exchange was cancelled before it began; it has then been answered so.
    func begin(_ reply: Reply) -> Bool {
        guard case .new = stage else {
            reply.resume(returning: .cancelled)
            return false
        }
        self.reply = reply
        stage = .waiting
        return true
    }

    /// Ends the exchange and answers who waits for it; the first ending counts.
    func end(_ ending: Ending) {
        stage = .ended
        reply?.resume(returning: ending)
        reply = nil
    }
}
