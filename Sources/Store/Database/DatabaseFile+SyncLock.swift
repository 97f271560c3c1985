extension DatabaseFile {
    /// Whether some process is asking carriers for this database now.
    public var isSyncLocked: Bool {
        // Without a lock file nobody ever asked; a reader must not make one.
        guard Self.exists(syncLockPath), let lock = try? FileLock(existing: syncLockPath) else { return false }
        guard lock.tryAcquire() else { return true }
        lock.release()
        return false
    }
}
