import Foundation

/// Where bytes go in the end.
public struct OutputSink: Sendable {
    /// What became of them.
    public enum Outcome: Equatable, Sendable {
        case written
        /// The reader has gone, as `head` does when it has seen enough.
        case closed
        /// The reason, for instance that the disk is full.
        case failed(String)
    }

    /// Takes all of them.
    public let accept: @Sendable (_ bytes: [UInt8]) -> Outcome

    public init(accept: @escaping @Sendable (_ bytes: [UInt8]) -> Outcome) {
        self.accept = accept
    }

    /// An open file. The process must ignore SIGPIPE, or a reader that goes ends the program here.
    public static func descriptor(_ descriptor: Int32) -> OutputSink {
        OutputSink { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = bytes.withUnsafeBytes { buffer in
                    write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
                }
                if count >= 0 {
                    sent += count
                } else if errno == EPIPE {
                    return .closed
                } else if errno == EAGAIN {
                    wait(for: descriptor)
                } else if errno != EINTR {
                    return .failed(String(cString: strerror(errno)))
                }
            }
            return .written
        }
    }

    /// Terminals that other programs have set to non-blocking must not spin.
    private static func wait(for descriptor: Int32) {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, 1_000)
    }
}
