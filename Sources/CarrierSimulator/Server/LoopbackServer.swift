import FlyingSocks
import Foundation

/// A small HTTP/1.1 server on 127.0.0.1 with persistent connections.
///
/// It sends head and body in one write: two writes would meet Nagle's algorithm and the peer's delayed acknowledgement,
/// 40 ms for every answer.
public struct LoopbackServer: Sendable {
    public typealias Handler = @Sendable (CarrierRequest) async -> CarrierAnswer

    /// The port it listens on.
    public let port: UInt16
    private let socket: Socket

    /// Listens at once, on a port that is free when `port` is 0; throws when the port is taken.
    public init(port: UInt16 = 0) throws {
        socket = try Socket(domain: Int32(sockaddr_in.family))
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
        try socket.listen()
        guard case .ip4(_, let chosen) = try socket.sockname() else { throw SocketError.unsupportedAddress }
        self.port = chosen
    }

    /// Answers until the task is cancelled; throws when the sockets fail.
    public func run(_ handler: @escaping Handler) async throws {
        let pool = SocketPool.make(maxEvents: 256)
        try await pool.prepare()
        let listener = try AsyncSocket(socket: socket, pool: pool)
        defer { Self.close(listener) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await Self.accept(on: listener, handler) }
            try await group.next()
            group.cancelAll()
        }
    }

    private static func accept(on listener: AsyncSocket, _ handler: @escaping Handler) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for try await connection in listener.sockets {
                group.addTask { await converse(connection, handler) }
            }
        }
    }

    private static func converse(_ connection: AsyncSocket, _ handler: Handler) async {
        defer { close(connection) }
        var reader = RequestReader()
        do {
            while true {
                while let (request, isLast) = try reader.next() {
                    try await connection.write(handler(request).wire)
                    if isLast { return }
                }
                reader.receive(try await connection.read(atMost: 4096))
            }
        } catch {
            // Whether the client went away or sent what is no request, all that is left to do is to hang up.
            return
        }
    }

    private static func close(_ connection: AsyncSocket) {
        // Only a descriptor that is closed already can fail to close.
        do { try connection.close() } catch { return }
    }
}
