import Foundation
import GRDB
public import Tracking

/// Asks the database, and can do nothing else to it.
public final class StoreReader: @unchecked Sendable {
    // @unchecked: the queue is thread-safe and everything else is immutable.
    public let file: DatabaseFile
    private let queue: DatabaseQueue

    /// Opens the database for reading.
    ///
    /// - Throws: ``StoreFailure``: no database there, not readable, newer or older than this program.
    public init(path: String) throws {
        let file = DatabaseFile(path: path)
        self.file = file
        guard file.exists else {
            throw StoreFailure(
                .noDatabase, path: file.path, reason: "there is no database yet",
                remedy: "`caravan import FILE` or `caravand sync` makes one; --database names another")
        }
        do {
            queue = try Connections.reading(file.path)
            try queue.read { try Migrations.check($0, path: file.path) }
        } catch {
            throw StoreFailure.from(error, path: file.path)
        }
    }

    /// Asks several things of one state of the database.
    ///
    /// - Parameter asOf: what was known then, or nil for what is known now.
    /// - Throws: ``StoreFailure``.
    public func read<Result>(asOf: Instant? = nil, _ work: (ReadSession) throws -> Result) throws -> Result {
        do {
            return try queue.read { database in
                let session = ReadSession(database)
                try session.setKnowledge(asOf: asOf)
                return try work(session)
            }
        } catch {
            throw StoreFailure.from(error, path: file.path)
        }
    }

    /// The same without blocking the caller's thread.
    public func read<Result: Sendable>(
        asOf: Instant? = nil, _ work: @escaping @Sendable (ReadSession) throws -> Result
    ) async throws -> Result {
        do {
            return try await queue.read { database in
                let session = ReadSession(database)
                try session.setKnowledge(asOf: asOf)
                return try work(session)
            }
        } catch {
            throw StoreFailure.from(error, path: file.path)
        }
    }
}
