import Foundation

/// One thread of the server with its share of the connections.
final class FastServerWorker: @unchecked Sendable {
    // @unchecked: `waiting` and `buffers` belong to the thread in `run`; other threads only use the descriptors.
    /// New connections come as numbers through a pipe; -1 ends the thread.
    private let inbox: Int32
    private let outbox: Int32
    private let answers: ServedAnswers
    private let delay: Int64
    private var buffers: [Int32: [UInt8]] = [:]
    /// The delay is the same for all, so the first to come is the first to go.
    private var waiting: [(at: Int64, connection: Int32, answer: [UInt8])] = []
    private var head = 0

    init(answers: ServedAnswers, delay: Duration) {
        self.answers = answers
        self.delay = Int64(delay.seconds * 1e9)
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        (inbox, outbox) = (ends[0], ends[1])
    }

    /// Watches a connection from now on.
    func take(_ connection: Int32) {
        var connection = connection
        write(outbox, &connection, MemoryLayout<Int32>.size)
    }

    func stop() {
        take(-1)
    }

    func run() {
        var watched = [pollfd(fd: inbox, events: Int16(POLLIN), revents: 0)]
        while true {
            poll(&watched, nfds_t(watched.count), timeout)
            for index in watched.indices.dropFirst() where watched[index].revents != 0 {
                if !receive(watched[index].fd) { watched[index].fd = -1 }
            }
            watched.removeAll { $0.fd == -1 }
            if watched[0].revents != 0 {
                var connection: Int32 = 0
                read(inbox, &connection, MemoryLayout<Int32>.size)
                if connection == -1 { return finish() }
                watched.append(pollfd(fd: connection, events: Int16(POLLIN), revents: 0))
            }
            sendDue()
        }
    }

    private func finish() {
        for connection in buffers.keys { close(connection) }
        close(inbox)
        close(outbox)
    }

    private var timeout: Int32 {
        guard head < waiting.count else { return -1 }
        return Int32(max(0, (waiting[head].at - now + 999_999) / 1_000_000))
    }

    private var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// Returns false when the other side has closed.
    private func receive(_ connection: Int32) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = recv(connection, &chunk, chunk.count, Int32(MSG_DONTWAIT))
        guard count > 0 else {
            buffers[connection] = nil
            close(connection)
            return false
        }
        var buffer = buffers[connection] ?? []
        buffer.append(contentsOf: chunk[..<count])
        if buffer.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) {
            answer(connection, answers.answer(code(in: buffer), known: version(in: buffer)))
            buffer.removeAll(keepingCapacity: true)
        }
        buffers[connection] = buffer
        return true
    }

    /// The value of `equipmentReference` in the request line.
    private func code(in request: [UInt8]) -> String {
        let line = request.prefix { $0 != 0x0D }
        guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return "" }
        return String(decoding: line[(equals + 1)...].prefix { $0 != UInt8(ascii: "&") && $0 != 0x20 }, as: UTF8.self)
    }

    /// The number in `If-None-Match`.
    private func version(in request: [UInt8]) -> Int? {
        let mark = Self.mark
        let starts = request.indices.lazy.filter { request[$0] == mark[0] }
        guard let start = starts.first(where: { request[$0...].starts(with: mark) }) else { return nil }
        return Int(
            String(decoding: request[(start + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
    }

    private static let mark = Array("If-None-Match: \"".utf8)

    private func answer(_ connection: Int32, _ answer: [UInt8]) {
        if delay == 0 { return send(answer, to: connection) }
        waiting.append((now + delay, connection, answer))
    }

    private func sendDue() {
        while head < waiting.count, waiting[head].at <= now {
            send(waiting[head].answer, to: waiting[head].connection)
            head += 1
        }
        if head > 4096 {
            waiting.removeFirst(head)
            head = 0
        }
    }

    private func send(_ answer: [UInt8], to connection: Int32) {
        answer.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.send(
                    connection, bytes.baseAddress.map { $0 + sent }, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
                guard count > 0 else { return }
                sent += count
            }
        }
    }
}
