/// Something to say about a folder; each is said once.
public enum InboxNotice: Sendable {
    /// A file was taken or rejected, and has moved.
    case ended(InboxEnding)
    /// Something is in the way of a file or of a whole folder; it is tried again later.
    case obstacle(InboxObstacle)
    /// What is no file is left where it is.
    case leftAlone(folder: String, FolderEntry)
}
