import Foundation
public import Messages

/// A folder whose files are taken in by themselves.
public struct InboxFolder: Sendable {
    /// Where what was taken goes, beside its files.
    public static let done = "done"
    /// Where what could not be used goes.
    public static let rejected = "rejected"

    private static let shelves: Set<String> = [done, rejected]

    /// The path from the root, without `.` and `..`: the same folder has one name, wherever a program is started.
    public static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// Whether it is one of the folder's own two, or leads to where they really are.
    static func isShelf(_ entry: FolderEntry) -> Bool {
        (entry.kind == .folder || entry.kind == .link) && shelves.contains(entry.name)
    }

    /// Whether it is a file; one that has the name of a shelf is in the way of all others.
    static func isReadable(_ entry: FolderEntry) -> Bool { entry.kind == .file && !shelves.contains(entry.name) }

    /// Absolute; the folder is remembered under it.
    public let path: String
    /// How its files are read; nil when each file's format is recognised.
    public var profile: Profile?

    public init(path: String, profile: Profile? = nil) {
        self.path = Self.absolute(path)
        self.profile = profile
    }
}
