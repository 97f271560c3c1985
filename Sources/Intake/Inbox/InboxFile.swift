import Foundation
import Messages

/// Reads a file of a folder: only what is a file, only as long as nobody writes.
enum InboxFile {
    /// Larger than any list of this trade; what is larger is a mistake, and must not fill the memory. No decoder reads
    /// more.
    static let mostBytes = Int64(DecodingLimits().totalBytes)

    /// The bytes of the file; nil when it is no longer what it was at the look before.
    ///
    /// - Throws: ``InboxObstacle`` when it cannot be read.
    static func read(_ entry: FolderEntry, in folder: String) throws(InboxObstacle) -> [UInt8]? {
        // Without waiting and without following: a pipe or a link may have taken the name meanwhile.
        let descriptor = open(entry.path(in: folder), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ELOOP { return nil }
            throw obstacle(entry, folder, errno)
        }
        defer { close(descriptor) }
        guard mark(of: descriptor) == entry.mark else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(entry.mark.size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Foundation.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw obstacle(entry, folder, errno) }
            guard count > 0 else { return nil }
            filled += count
        }
        return mark(of: descriptor) == entry.mark ? bytes : nil
    }

    private static func mark(of descriptor: Int32) -> FileMark? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileMark(status)
    }

    private static func obstacle(_ entry: FolderEntry, _ folder: String, _ code: Int32) -> InboxObstacle {
        InboxObstacle(
            .notReadable, path: folder + "/" + entry.name, reason: InboxObstacle.text(code),
            remedy: "let this account read it; it is tried again by itself")
    }
}
