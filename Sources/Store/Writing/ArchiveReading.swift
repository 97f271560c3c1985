public import Tracking

/// Reads messages of the archive once more, with the profiles that read them when they came.
public protocol ArchiveReading {
    /// Hands over what an archived message says, in stretches.
    ///
    /// - Throws: when it cannot be read any more, for instance for want of its profile; or what `take` throws.
    func read(_ message: ArchivedMessage, take: (Report) throws -> Void) throws
}
