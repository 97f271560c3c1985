import Foundation

/// An advisory lock between processes on a small file of its own, never on the database itself.
public final class FileLock: @unchecked Sendable {
    // @unchecked: the descriptor is set once in init and closed once in deinit; flock(2) itself is thread-safe, and
    // whoever shares a lock across threads must pair acquire and release (the writer does so on its one queue).
    private let descriptor: Int32
    private let path: String

    /// Opens, and creates if missing, the lock file.
    ///
    /// - Throws: ``StoreFailure`` when the file cannot be created, for instance in a folder that is read-only.
    public init(path: String) throws {
        // Readable and writable by the group: the daemon's account and the operators' share it.
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o664)
        guard opened >= 0 else {
            throw StoreFailure(
                .notAllowed, path: path, reason: String(cString: strerror(errno)),
                remedy: "check that the folder exists and that this account may write in it")
        }
        descriptor = opened
        self.path = path
    }

    /// Opens a lock file that is there, to see whether it is taken; an account that may only read can ask too.
    ///
    /// - Throws: ``StoreFailure`` when there is none, or it is not readable.
    init(existing path: String) throws {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw StoreFailure(
                .notAllowed, path: path, reason: String(cString: strerror(errno)),
                remedy: "check that this account may read it")
        }
        descriptor = opened
        self.path = path
    }

    deinit { close(descriptor) }

    /// Takes the lock if it is free.
    public func tryAcquire() -> Bool {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    /// Takes the lock, waiting for at most `deadline`; blocks the calling thread.
    ///
    /// - Throws: ``StoreFailure`` of kind `busy` when the time is over.
    public func acquire(within deadline: Duration) throws {
        let start = ContinuousClock.now
        var pause: UInt32 = 500
        while !tryAcquire() {
            guard ContinuousClock.now - start < deadline else {
                throw StoreFailure(
                    .busy, path: path, reason: "another program has been writing for \(deadline)",
                    remedy: "wait for a running import or replay to finish, then try again")
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
    }

    public func release() {
        flock(descriptor, LOCK_UN)
    }
}
