import Foundation
public import HTTPFetch

/// Answers from a script instead of a network, and remembers what was asked.
public final class ScriptedFetcher: HTTPFetcher {
    /// What happens to one request.
    public enum Step: Sendable {
        case answer(HTTPResponse)
        case fail(FetchFailure.Kind)
        /// No answer comes until the task is cancelled.
        case hang
        /// Looks round while the request is open, then answers.
        case look(@Sendable (HTTPRequest) async throws -> HTTPResponse)

        public static func text(
            _ text: String, status: Int = 200, headers: HTTPHeaders = ["Content-Type": "application/json"]
        ) -> Step {
            .answer(HTTPResponse(status: status, headers: headers, body: Data(text.utf8)))
        }

        public static func status(_ status: Int, headers: HTTPHeaders = [:]) -> Step {
            .answer(HTTPResponse(status: status, headers: headers))
        }
    }

    private struct State {
        var scripts: [String: [Step]]
        var requests: [HTTPRequest] = []
        var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state: Guarded<State>

    /// - Parameter scripts: steps by a part of the URL, in order, of which the last is repeated; the longest key that
    ///   fits holds, and the empty one fits all.
    public init(_ scripts: [String: [Step]]) {
        state = Guarded(State(scripts: scripts))
    }

    /// The same script for whatever is asked.
    public convenience init(_ steps: Step...) {
        self.init(["": steps])
    }

    public var requests: [HTTPRequest] { state.withLock(\.requests) }

    /// Replaces the script from now on.
    public func now(_ scripts: [String: [Step]]) {
        state.withLock { $0.scripts = scripts }
    }

    /// Waits until at least `count` requests have begun.
    public func waitForRequests(_ count: Int) async {
        await withCheckedContinuation { continuation in
            state.withLock { $0.waiting.append((count, continuation)) }
            wake()
        }
    }

    public func fetch(_ request: HTTPRequest) async throws -> HTTPResponse {
        let step = state.withLock { state in
            state.requests.append(request)
            return Self.next(&state, request.url)
        }
        wake()
        switch step {
        case .answer(let response): return response
        case .fail(let kind): throw FetchFailure(kind, "as scripted")
        case .hang:
            try await Never.waitUntilCancelled()
        case .look(let look): return try await look(request)
        case nil: throw FetchFailure(.other, "the script has no answer to \(request.url)")
        }
    }

    private static func next(_ state: inout State, _ url: String) -> Step? {
        let fitting = state.scripts.keys.filter { $0.isEmpty || url.contains($0) }
        guard let key = fitting.max(by: { $0.count < $1.count }), let steps = state.scripts[key] else { return nil }
        if steps.count > 1 { state.scripts[key] = Array(steps.dropFirst()) }
        return steps.first
    }

    private func wake() {
        let ready = state.withLock { state in
            let count = state.requests.count
            defer { state.waiting.removeAll { $0.count <= count } }
            return state.waiting.filter { $0.count <= count }
        }
        ready.forEach { $0.continuation.resume() }
    }
}

extension Never {
    /// Does nothing until the task is cancelled.
    fileprivate static func waitUntilCancelled() async throws -> Never {
        while true { try await Task.sleep(for: .seconds(3600)) }
    }
}
