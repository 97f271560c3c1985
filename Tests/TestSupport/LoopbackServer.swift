import Foundation

/// An HTTP server on 127.0.0.1 that does what a test says, down to the byte.
///
/// Every connection has a thread of its own, on which the test's handler runs. The server stops when it is released.
public final class LoopbackServer: Sendable {
    /// Handles one connection, which is closed when it returns or throws.
    public typealias Handler = @Sendable (LoopbackConnection) throws -> Void

    /// The system refused a socket.
    public struct NoSocket: Error {
        public let code: Int32
    }

    public var port: Int { listener.port }
    private let listener: ListeningSocket
    private let record = ServerRecord()

    /// A server that leaves every byte to `handler`.
    ///
    /// - Throws: ``NoSocket``.
    public init(handler: @escaping Handler) throws {
        listener = try ListeningSocket()
        Self.detach("loopback server") { [listener, record] in Self.accept(on: listener, record, handler) }
    }

    /// A server that answers every request with what `answer` says, keeping connections open.
    ///
    /// - Throws: ``NoSocket``.
    public convenience init(answer: @escaping @Sendable (RecordedRequest) -> ScriptedResponse) throws {
        try self.init(handler: { connection in
            while let request = connection.readRequest() {
                let response = answer(request)
                try connection.send(response.bytes)
                if response.endsConnection { return }
            }
        })
    }

    deinit {
        stop()
    }

    /// `http://127.0.0.1:port`, without a slash at the end.
    public var url: String { "http://127.0.0.1:\(port)" }

    /// The requests read so far, in the order they were.
    public var requests: [RecordedRequest] { record.requests }

    /// The connections accepted so far.
    public var connectionCount: Int { record.connectionCount }

    /// Waits until at least `count` requests were read; returns early when the server is stopped.
    public func waitForRequests(_ count: Int) async {
        await record.waitForRequests(count)
    }

    /// Ends every connection and accepts no more.
    public func stop() {
        record.stop()
        listener.interrupt()
    }

    /// A port of 127.0.0.1 on which nobody listens.
    ///
    /// - Throws: ``NoSocket``.
    public static func unusedPort() throws -> Int {
        let socket = try ListeningSocket()
        defer { socket.close() }
        return socket.port
    }

    private static func accept(on listener: ListeningSocket, _ record: ServerRecord, _ handler: @escaping Handler) {
        defer { listener.close() }
        while let socket = listener.accept() {
            guard let connection = record.open(socket) else {
                close(socket)
                return
            }
            detach("loopback connection") {
                defer { record.closed(connection) }
                try? handler(connection)
            }
        }
    }

    private static func detach(_ name: String, _ work: @escaping @Sendable () -> Void) {
        let thread = Thread(block: work)
        thread.name = name
        thread.start()
    }
}
