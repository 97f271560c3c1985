import Foundation

/// An HTTP/1.1 server on loopback that is not the ceiling: answers are ready-made, several threads wait with poll(2).
final class FastServer: @unchecked Sendable {
    // @unchecked: everything is set in `init` and only read afterwards; the descriptors are the kernel's to guard.
    private let listener: Int32
    private let workers: [FastServerWorker]
    let port: UInt16

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// - Parameters:
    ///   - answers: what is ready.
    ///   - delay: between a question and its answer.
    init(answers: ServedAnswers, delay: Duration, threads: Int = 2) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 256) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isListening else { throw Failure(description: "cannot listen on loopback") }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        workers = (0..<threads).map { _ in FastServerWorker(answers: answers, delay: delay) }
        for worker in workers { Thread.detachNewThread { worker.run() } }
        Thread.detachNewThread { [self] in accept() }
    }

    var baseURL: String { "http://127.0.0.1:\(port)" }

    /// Takes no more connections and ends the threads.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        for worker in workers { worker.stop() }
    }

    private func accept() {
        var turn = 0
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            var yes: Int32 = 1
            setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
            workers[turn % workers.count].take(connection)
            turn += 1
        }
        close(listener)
    }
}
