import GRDB

extension StoreFailure {
    /// What an error of SQLite's means for a person; errors of our own pass through.
    static func from(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB:
            return StoreFailure(
                .notADatabase, path: path, reason: "the file is not an SQLite database",
                remedy: "name another file with --database, or move this one away")
        case .SQLITE_CORRUPT:
            return StoreFailure(
                .damaged, path: path, reason: reason,
                remedy: "move the file with its -wal and -shm aside together and restore a backup")
        case .SQLITE_FULL:
            return StoreFailure(
                .diskFull, path: path, reason: "the disk is full",
                remedy: "free some space and try again; nothing was lost")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
            return StoreFailure(
                .notAllowed, path: path, reason: reason,
                remedy: "check that this account may read and write the file and its folder")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return StoreFailure(
                .busy, path: path, reason: reason,
                remedy: "another program is using the file; try again in a moment")
        case .SQLITE_IOERR:
            return StoreFailure(.inputOutput, path: path, reason: reason, remedy: "check the disk, then try again")
        default:
            return StoreFailure(.other, path: path, reason: "\(error)", remedy: "please report this message")
        }
    }
}
