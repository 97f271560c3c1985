import Foundation

/// The system's `read`, which a static function of the same name would hide.
private let systemRead = read

/// A file that holds a key: its text, and who may read it.
public struct SecretFile: Sendable {
    /// The file's text.
    public let text: String
    /// The permission bits of the very file the text was read from.
    public let mode: UInt32

    /// A file already read, for tests and for other sources.
    public init(text: String, mode: UInt32) {
        self.text = text
        self.mode = mode
    }

    /// Reads a file of at most 64 KB.
    ///
    /// The mode is asked of the open file and not of its path, so nobody can exchange it in between.
    public static func read(_ path: String) throws(SecretFailure) -> SecretFile {
        // Without O_NONBLOCK a named pipe would stop the program until somebody writes to it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .noFile(path) : .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        guard information.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path: path, reason: "it is not a regular file")
        }
        return SecretFile(text: try text(from: descriptor, path: path), mode: UInt32(information.st_mode & 0o7777))
    }

    private static func text(from descriptor: Int32, path: String) throws(SecretFailure) -> String {
        var bytes = [UInt8](repeating: 0, count: 65_537)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                systemRead(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
            if count == 0 { break }
            filled += count
        }
        guard filled < bytes.count else { throw .unreadable(path: path, reason: "it is greater than 64 KB") }
        guard let text = String(validating: bytes[..<filled], as: UTF8.self) else {
            throw .unreadable(path: path, reason: "it is not UTF-8 text")
        }
        return text
    }
}
