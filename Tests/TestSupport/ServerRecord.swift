/// What a ``LoopbackServer`` has seen, shared by its threads.
final class ServerRecord: Sendable {
    private struct State {
        var requests: [RecordedRequest] = []
        var connectionCount = 0
        var open: [Int: LoopbackConnection] = [:]
        var isStopped = false
        var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Guarded(State())

    var requests: [RecordedRequest] { state.withLock(\.requests) }
    var connectionCount: Int { state.withLock(\.connectionCount) }

    /// Takes a new connection in; it is `nil` when the server has been stopped.
    func open(_ socket: Int32) -> LoopbackConnection? {
        state.withLock { state in
            guard !state.isStopped else { return nil }
            let connection = LoopbackConnection(socket, index: state.connectionCount, record: self)
            state.connectionCount += 1
            state.open[connection.index] = connection
            return connection
        }
    }

    func closed(_ connection: LoopbackConnection) {
        connection.close()
        state.withLock { $0.open[connection.index] = nil }
    }

    func add(_ request: RecordedRequest) {
        state.withLock { $0.requests.append(request) }
        wakeWaiting()
    }

    func waitForRequests(_ count: Int) async {
        await withCheckedContinuation { continuation in
            state.withLock { $0.waiting.append((count, continuation)) }
            wakeWaiting()
        }
    }

    func stop() {
        let open = state.withLock { state in
            state.isStopped = true
            return state.open.values
        }
        open.forEach { $0.interrupt() }
        wakeWaiting()
    }

    private func wakeWaiting() {
        let ready = state.withLock { state in
            let (count, isStopped) = (state.requests.count, state.isStopped)
            let ready = state.waiting.filter { isStopped || $0.count <= count }
            state.waiting.removeAll { isStopped || $0.count <= count }
            return ready
        }
        ready.forEach { $0.continuation.resume() }
    }
}
