import GRDB

/// The statements of one connection, each prepared at its first use.
struct StatementCache {
    // By where the literal stands in the program: looking a statement up must not cost reading its SQL.
    private var statements: [UnsafePointer<UInt8>: PreparedStatement] = [:]

    /// The SQL of every statement that was needed so far.
    var preparedSQL: [String] { statements.values.map(\.sql) }

    mutating func statement(_ sql: StaticString, on database: Database) throws -> PreparedStatement {
        if let known = statements[sql.utf8Start] { return known }
        let made = try PreparedStatement(database, sql.description)
        statements[sql.utf8Start] = made
        return made
    }
}
