public import Foundation
import HTTPFetch

/// One connection of a ``LoopbackServer``, with every byte in the hands of the test.
///
/// Its methods belong to the handler's thread. The calls block, so a handler runs on a thread and not in a task.
public final class LoopbackConnection: Sendable {
    /// The other side is gone, or the server was stopped.
    public struct Closed: Error {}

    /// The server's first connection is 0.
    public let index: Int
    private let socket: Int32
    private let isOpen = Guarded(true)
    private let unread = Guarded(Data())
    private let record: ServerRecord

    init(_ socket: Int32, index: Int, record: ServerRecord) {
        self.socket = socket
        self.index = index
        self.record = record
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Reads and records the next request, `nil` when the other side ends the connection before one.
    public func readRequest() -> RecordedRequest? {
        guard let head = take(through: Data("\r\n\r\n".utf8)) else { return nil }
        let text = String(decoding: head, as: UTF8.self)
        let length = RecordedRequest(head: text, body: Data(), connection: index).headers["Content-Length"]
        guard let body = take(length.flatMap { Int($0) } ?? 0) else { return nil }
        let request = RecordedRequest(head: text, body: body, connection: index)
        record.add(request)
        return request
    }

    /// Sends the bytes, waiting while the other side does not take them.
    ///
    /// - Throws: ``Closed``.
    public func send(_ bytes: some ContiguousBytes) throws {
        try bytes.withUnsafeBytes { bytes in
            var left = bytes[...]
            while !left.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: left)
                let count = Foundation.send(socket, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
                guard count > 0 else { throw Closed() }
                left = left.dropFirst(count)
            }
        }
    }

    /// - Throws: ``Closed``.
    public func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    /// Sends byte for byte, each in a packet of its own, with a pause of `milliseconds` after each.
    ///
    /// - Throws: ``Closed``.
    public func drip(_ text: String, milliseconds: UInt32 = 1) throws {
        for byte in text.utf8 {
            try send([byte])
            usleep(milliseconds * 1000)
        }
    }

    /// Reads until the other side ends the connection or the server is stopped.
    public func waitUntilClosed() {
        while receive() {}
    }

    /// Ends the connection in good order.
    public func close() {
        isOpen.withLock { isOpen in
            if isOpen { Foundation.close(socket) }
            isOpen = false
        }
    }

    /// Breaks the connection off: the other side gets a reset, and may lose bytes that it has not read.
    public func reset() {
        var linger = Foundation.linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    /// Wakes the handler's thread from whatever it waits for; any thread may call this.
    func interrupt() {
        isOpen.withLock { isOpen in
            if isOpen { shutdown(socket, Int32(SHUT_RDWR)) }
        }
    }

    private func take(through end: Data) -> Data? {
        while true {
            let found: Data? = unread.withLock { unread in
                guard let range = unread.range(of: end) else { return nil }
                defer { unread = Data(unread[range.upperBound...]) }
                return Data(unread[..<range.upperBound])
            }
            if let found { return found }
            if !receive() { return nil }
        }
    }

    private func take(_ count: Int) -> Data? {
        while unread.withLock(\.count) < count {
            if !receive() { return nil }
        }
        return unread.withLock { unread in
            defer { unread = Data(unread.dropFirst(count)) }
            return Data(unread.prefix(count))
        }
    }

    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        unread.withLock { $0.append(contentsOf: buffer[..<count]) }
        return true
    }
}
