import Foundation

/// A file that takes the place of another only when it is whole: written beside it under a name of its own, renamed at
/// the end, and gone if that never comes.
final class ReplacingFile {
    private let target: String
    private let temporary: String
    private var descriptor: Int32
    private var waiting: [UInt8] = []
    private(set) var position = 0

    /// - Throws: `WorkbookFailure.system`.
    init(path: String) throws {
        // Through a link the file is replaced, and the link stays.
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        var status = stat()
        if stat(resolved, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw WorkbookFailure.system("there is something of that name that is no file")
        }
        target = resolved
        temporary = resolved + ".\(UInt32.random(in: .min ... .max)).part"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure() }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporary)
    }

    func append(_ bytes: some Collection<UInt8>) throws {
        waiting.append(contentsOf: bytes)
        position += bytes.count
        if waiting.count >= 262_144 { try flush() }
    }

    /// Writes over what stands at an earlier position.
    func patch(_ bytes: [UInt8], at offset: Int) throws {
        try flush()
        let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
        guard count == bytes.count else { throw Self.failure() }
    }

    /// Puts the file where it belongs.
    func finish() throws {
        try flush()
        guard fsync(descriptor) == 0, rename(temporary, target) == 0 else { throw Self.failure() }
        close(descriptor)
        descriptor = -1
    }

    private func flush() throws {
        var sent = 0
        while sent < waiting.count {
            let count = waiting.withUnsafeBytes { buffer in
                write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
            }
            if count < 0 && errno != EINTR { throw Self.failure() }
            sent += max(0, count)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private static func failure() -> WorkbookFailure {
        .system(String(cString: strerror(errno)))
    }
}
