import Foundation
import GRDB

/// The only way into the database: one writing connection, which opens, migrates, writes, checkpoints and closes only
/// while this process holds the write lock.
///
/// SQLite 3.7.0 to 3.51.2 can damage a database when two connections commit and checkpoint at the same moment; the lock
/// keeps that out of reach whatever library the system brings.
public final class StoreWriter: @unchecked Sendable {
    // @unchecked: `session` is touched only on the queue's own serial dispatch queue, through `turn`; everything else is
    // immutable.
    public let file: DatabaseFile
    private let queue: DatabaseQueue
    private let lock: FileLock
    private let patience: Duration
    private var session: WriteSession?

    /// Opens the database, creating and migrating it where needed. Blocks the calling thread while another process
    /// writes.
    ///
    /// - Parameter patience: how long to wait for the lock before giving up.
    /// - Throws: ``StoreFailure``.
    public convenience init(path: String, patience: Duration = .seconds(30)) throws {
        let file = DatabaseFile(path: path)
        do {
            try Self.makeFolder(of: file)
            let lock = try FileLock(path: file.writeLockPath)
            try lock.acquire(within: patience)
            defer { lock.release() }
            let queue = try Connections.writing(file.path)
            try Migrations.migrate(queue, path: file.path)
            let session = try queue.writeWithoutTransaction { try WriteSession($0) }
            self.init(file: file, queue: queue, lock: lock, patience: patience, session: session)
        } catch {
            throw StoreFailure.from(error, path: file.path)
        }
    }

    private init(file: DatabaseFile, queue: DatabaseQueue, lock: FileLock, patience: Duration, session: WriteSession) {
        self.file = file
        self.queue = queue
        self.lock = lock
        self.patience = patience
        self.session = session
    }

    deinit {
        // Closing may checkpoint, so it too happens inside the lock. Nobody is left to be told of a failure, and the
        // next writer recovers from the log.
        if isOpen { try? close() }
    }

    private var isOpen: Bool {
        queue.unsafeRead { _ in session != nil }
    }

    /// Checkpoints and closes. Without it the next writer recovers from the log; nothing is lost either way.
    public func close() throws {
        do {
            try lock.acquire(within: patience)
            defer { lock.release() }
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA optimize")
                try database.checkpoint(.truncate)
                session = nil
            }
            try queue.close()
        } catch {
            throw StoreFailure.from(error, path: file.path)
        }
    }

    /// One turn of writing: takes the lock, runs `work` in an immediate transaction, and lets go.
    ///
    /// Runs on the queue's own thread, so that nothing blocks Swift's cooperative threads; and in a task of its own, so
    /// that a cancelled caller cannot cut a commit short.
    func turn<Result: Sendable>(_ work: @escaping @Sendable (WriteSession) throws -> Result) async throws -> Result {
        do {
            return try await Task {
                try await queue.writeWithoutTransaction { [self] database in
                    try lock.acquire(within: patience)
                    defer { lock.release() }
                    return try transaction(database, work)
                }
            }.value
        } catch {
            throw StoreFailure.from(error, path: file.path)
        }
    }

    /// The same for programs that do one thing and wait for it.
    ///
    /// - Parameter keeps: false to undo it all at the end: a rehearsal.
    func turnAndWait<Result>(keeps: Bool = true, _ work: (WriteSession) throws -> Result) throws -> Result {
        do {
            return try queue.writeWithoutTransaction { database in
                try lock.acquire(within: patience)
                defer { lock.release() }
                return try transaction(database, keeps: keeps, work)
            }
        } catch {
            throw StoreFailure.from(error, path: file.path)
        }
    }

    private func transaction<Result>(
        _ database: Database, keeps: Bool = true, _ work: (WriteSession) throws -> Result
    ) throws -> Result {
        guard let session else {
            throw StoreFailure(.other, path: file.path, reason: "the database is closed", remedy: "open it again")
        }
        do {
            var result: Result?
            try database.inTransaction(.immediate) {
                // Another process may have taken back the first link since.
                if session.hasLinkRetractions == false { session.hasLinkRetractions = nil }
                result = try work(session)
                return keeps ? .commit : .rollback
            }
            if !keeps { session.forget() }
            guard let result else {
                throw StoreFailure(.other, path: file.path, reason: "a transaction gave no result", remedy: "try again")
            }
            return result
        } catch {
            session.forget()
            throw error
        }
    }

    private static func makeFolder(of file: DatabaseFile) throws {
        let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw StoreFailure(
                .notAllowed, path: file.path, reason: "the folder \(folder.path) cannot be made",
                remedy: "name another place with --database, or create the folder")
        }
    }
}
