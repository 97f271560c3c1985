import Foundation
public import Tracking

/// By what a file is known to be the same, unchanged: as long as all of it is equal, nobody has written.
public struct FileMark: Sendable, Hashable {
    public var inode: UInt64
    /// Bytes.
    public var size: Int64
    /// Nanoseconds since 1970-01-01T00:00:00Z; the writer may set it to anything.
    public var modified: Int64
    /// The same, of the last change of anything; nobody can set it.
    public var changed: Int64

    public init(inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    init(_ status: stat) {
        self.init(
            inode: UInt64(status.st_ino), size: Int64(status.st_size),
            modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
            changed: Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec))
    }

    /// When the file came to be as it is, by the clock of the machine that keeps it.
    public var changedAt: Instant { Instant(milliseconds: changed / 1_000_000) }
}
