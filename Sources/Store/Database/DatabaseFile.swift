import Foundation

/// Where a database is: its path with symbolic links resolved, so that every process locks the same file.
public struct DatabaseFile: Sendable, Hashable {
    public let path: String

    public init(path: String) {
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent().resolvingSymlinksInPath()
        self.path = folder.appendingPathComponent(url.lastPathComponent).resolvingSymlinksInPath().path
    }

    /// Held by whoever opens for writing, migrates, writes, checkpoints or closes.
    public var writeLockPath: String { path + ".write-lock" }
    /// Held by the one process that asks carriers.
    public var syncLockPath: String { path + ".sync-lock" }

    public var exists: Bool { Self.exists(path) }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
