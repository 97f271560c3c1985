import Foundation

/// A socket that listens on a free port of 127.0.0.1.
final class ListeningSocket: Sendable {
    let port: Int
    private let socket: Int32
    /// The number of a closed socket may soon be another's, so nothing touches it afterwards.
    private let isOpen = Guarded(true)

    /// - Throws: ``LoopbackServer/NoSocket``.
    init() throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0, let port = Self.listen(on: socket) else {
            let code = errno
            if socket >= 0 { Foundation.close(socket) }
            throw LoopbackServer.NoSocket(code: code)
        }
        self.port = port
    }

    /// The next connection, `nil` after ``interrupt()``.
    func accept() -> Int32? {
        while true {
            let connection = Foundation.accept(socket, nil, nil)
            if connection >= 0 { return connection }
            guard errno == EINTR || errno == ECONNABORTED else { return nil }
        }
    }

    /// Makes ``accept()`` return; any thread may call this.
    func interrupt() {
        isOpen.withLock { isOpen in
            if isOpen { shutdown(socket, Int32(SHUT_RDWR)) }
        }
    }

    func close() {
        isOpen.withLock { isOpen in
            if isOpen { Foundation.close(socket) }
            isOpen = false
        }
    }

    private static func listen(on socket: Int32) -> Int? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && Foundation.listen(socket, 1024) == 0
                    && getsockname(socket, $0, &size) == 0
            }
        }
        return isListening ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }
}
