import GRDB

extension StoreWriter {
    /// The pragmas that durability rests on, read back from the writing connection.
    public func pragmas() throws -> [String: String] {
        try turnAndWait { session in
            var found: [String: String] = [:]
            for name in ["journal_mode", "synchronous", "foreign_keys", "trusted_schema"] {
                found[name] = try String.fetchOne(session.database, sql: "SELECT * FROM pragma_\(name)")
            }
            return found
        }
    }
}
