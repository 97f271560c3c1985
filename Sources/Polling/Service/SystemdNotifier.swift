import Foundation

/// Tells systemd how the daemon is: one datagram to `$NOTIFY_SOCKET` (sd_notify(3)); without the variable, nothing.
public struct SystemdNotifier: Sendable {
    private let path: String?

    /// - Parameter environment: where `NOTIFY_SOCKET` may stand.
    public init(environment: [String: String]) {
        path = environment["NOTIFY_SOCKET"]
    }

    public func ready() { send("READY=1") }
    /// Proof of life, sent after a pass has been committed and not from a timer of its own.
    public func alive(status: String) { send("WATCHDOG=1\nSTATUS=\(status)") }
    public func stopping() { send("STOPPING=1") }

    private func send(_ text: String) {
        guard let path, let address = Self.address(path) else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var (storage, length) = address
        let bytes = Array(text.utf8)
        // A supervisor that does not listen is no reason to stop.
        _ = withUnsafePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }

    /// A path, or an abstract name that begins with `@`.
    private static func address(_ path: String) -> (sockaddr_un, socklen_t)? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        guard !bytes.isEmpty, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = MemoryLayout<sa_family_t>.size + bytes.count + (bytes[0] == 0 ? 0 : 1)
        return (address, socklen_t(length))
    }
}
