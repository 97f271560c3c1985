import Foundation

/// What stands in a folder, without going down into anything.
public struct FolderListing: Sendable {
    public var entries: [FolderEntry]

    /// Looks into a folder. An entry that goes away meanwhile is left out.
    ///
    /// - Throws: ``InboxObstacle`` when there is no such folder, or it may not be looked into.
    public init(_ path: String) throws(InboxObstacle) {
        guard let stream = opendir(path) else { throw .folder(path, errno) }
        defer { closedir(stream) }
        var found: [FolderEntry] = []
        errno = 0
        while let entry = readdir(stream) {
            let bytes = Self.name(entry)
            if bytes != [0x2E], bytes != [0x2E, 0x2E], let looked = Self.look(bytes, in: path) { found.append(looked) }
            errno = 0
        }
        if errno != 0 { throw .folder(path, errno) }
        entries = found
    }

    /// The names of what was rejected in a folder, without the reports; none as long as nothing was.
    public static func rejected(in folder: String) throws(InboxObstacle) -> [String] {
        do throws(InboxObstacle) {
            return try FolderListing(folder + "/" + InboxFolder.rejected).inboxEntries.files.map(\.name)
                .filter { !InboxReport.isReport($0) }.sorted()
        } catch {
            guard error.kind == .noSuchFolder else { throw error }
            return []
        }
    }

    /// What of a folder is to be read, and what is to be left where it is; what others still write is neither.
    public var inboxEntries: (files: [FolderEntry], others: [FolderEntry]) {
        let finished = entries.filter { !InboxNames.isTemporary($0.name) && !InboxFolder.isShelf($0) }
        return (finished.filter(InboxFolder.isReadable), finished.filter { !InboxFolder.isReadable($0) })
    }

    private static func name(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    }

    private static func look(_ bytes: [UInt8], in folder: String) -> FolderEntry? {
        var status = stat()
        let path = FolderEntry(bytes: bytes, kind: .file, mark: FileMark(status)).path(in: folder)
        // Never through a link: what it points to may change, grow, or lie anywhere.
        guard lstat(path, &status) == 0 else { return nil }
        return FolderEntry(bytes: bytes, kind: kind(status), mark: FileMark(status))
    }

    private static func kind(_ status: stat) -> FolderEntry.Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        case S_IFIFO: .pipe
        case S_IFSOCK: .socket
        default: .device
        }
    }
}
