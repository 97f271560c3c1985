public import Tracking

extension StoreWriter {
    /// Notes that these folders are read from now on; of those already known nothing changes. Blocks the calling thread.
    ///
    /// - Throws: ``StoreFailure``.
    public func watchInboxes(_ folders: [String], now: Instant) throws {
        try turnAndWait { session in
            for folder in folders { try session.watchInbox(folder, now: now) }
        }
    }

    /// Notes what happened in a folder. Blocks the calling thread.
    ///
    /// - Throws: ``StoreFailure``.
    public func note(_ change: InboxChange, inbox folder: String) throws {
        try turnAndWait { session in try session.note(change, inbox: folder) }
    }
}
