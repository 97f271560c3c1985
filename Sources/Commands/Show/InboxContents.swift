import Intake

/// What stands in a folder that is read by itself, at this moment.
struct InboxContents {
    /// Files that wait to be taken in, or are still being written.
    var waiting: [String] = []
    /// Files that could not be used and that nobody has cleared away.
    var rejected: [String] = []
    /// What is no file, with what it is.
    var leftAlone: [String] = []
    /// Why nothing can be said of it: it may be this account alone that cannot look into it.
    var obstacle: InboxObstacle?

    /// What is in the way of everybody.
    var trouble: String? { obstacle.flatMap { $0.kind == .noSuchFolder ? $0.reason : nil } }
    /// Why this account sees nothing.
    var hidden: String? { trouble == nil ? obstacle?.reason : nil }

    init(_ folder: String) {
        do throws(InboxObstacle) {
            let entries = try FolderListing(folder).inboxEntries
            waiting = entries.files.map(\.name).sorted()
            leftAlone = entries.others.map { "\($0.name) (\($0.kind.rawValue))" }.sorted()
            rejected = try FolderListing.rejected(in: folder)
        } catch {
            obstacle = error
        }
    }
}
