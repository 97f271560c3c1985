import Foundation

/// HTTP with sockets alone and no reading of what comes but its length: the server's own ceiling.
struct RawClient {
    struct Failure: Error {}

    private struct Line {
        var socket: Int32
        /// Bytes of the present answer that are still to come; nil while its head is not complete.
        var missing: Int?
        var head: [UInt8] = []
    }

    let port: UInt16
    let inFlight: Int

    /// Asks for every path, always as many at once as there are connections; returns the bytes that came.
    func fetch(_ paths: [String], headers: [String] = []) throws -> Int {
        let rest = " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n"
        let requests = paths.map { Array("GET \($0)\(rest)".utf8) }
        var lines = try (0..<min(inFlight, paths.count)).map { _ in Line(socket: try connected()) }
        defer { for line in lines { close(line.socket) } }
        var watched = lines.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
        var (next, done, total) = (0, 0, 0)
        for line in lines {
            try send(requests[next], on: line.socket)
            next += 1
        }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while done < requests.count {
            guard poll(&watched, nfds_t(watched.count), 5000) > 0 else { throw Failure() }
            for index in lines.indices where watched[index].revents != 0 {
                let count = recv(lines[index].socket, &buffer, buffer.count, 0)
                guard count > 0 else { throw Failure() }
                total += count
                guard try take(buffer[..<count], into: &lines[index]) else { continue }
                done += 1
                guard next < requests.count else { continue }
                try send(requests[next], on: lines[index].socket)
                next += 1
            }
        }
        return total
    }

    /// Returns whether the answer is complete.
    private func take(_ bytes: ArraySlice<UInt8>, into line: inout Line) throws -> Bool {
        if let missing = line.missing {
            line.missing = missing - bytes.count
        } else {
            line.head += bytes
            let text = String(decoding: line.head.prefix(512), as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { return false }
            let size = text.range(of: "Content-Length: ").flatMap {
                Int(text[$0.upperBound...].prefix(while: \.isNumber))
            }
            line.missing = text.utf8.distance(from: text.startIndex, to: end.upperBound) + (size ?? 0) - line.head.count
        }
        guard line.missing == 0 else { return false }
        line.missing = nil
        line.head.removeAll(keepingCapacity: true)
        return true
    }

    private func send(_ request: [UInt8], on socket: Int32) throws {
        guard Glibc.send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { throw Failure() }
    }

    private func connected() throws -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw Failure() }
        return socket
    }
}
