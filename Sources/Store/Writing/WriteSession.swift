import GRDB
import Tracking

/// The statements and memory of the one writing connection; used on its queue only.
final class WriteSession {
    /// Makes statements for one connection.
    struct Statements {
        let database: Database

        func make(_ sql: String) throws -> PreparedStatement { try PreparedStatement(database, sql) }
    }

    let database: Database
    let terms: Terms
    private let statements: Statements
    private var cache = StatementCache()
    private var subjects: [Subject: Int64] = [:]
    private var receipts: [Int64: Int64] = [:]

    init(_ database: Database) throws {
        self.database = database
        statements = Statements(database: database)
        terms = try Terms(statements)
    }

    /// Every statement that was needed so far, for the tests that look at their plans.
    var preparedSQL: [String] { cache.preparedSQL }

    /// The statement for `sql`, prepared at its first use.
    func statement(_ sql: StaticString) throws -> PreparedStatement {
        try cache.statement(sql, on: database)
    }

    /// A transaction was undone, so nothing remembered from it holds.
    func forget() {
        terms.forget()
        subjects.removeAll(keepingCapacity: true)
        receipts.removeAll(keepingCapacity: true)
    }

    /// The number of a subject, which is added when it is new.
    func subjectID(_ subject: Subject) throws -> Int64 {
        if let known = subjects[subject] { return known }
        // A manifest names its containers again and again, its parcels once: a bound keeps the memory useful.
        if subjects.count > 20_000 { subjects.removeAll(keepingCapacity: true) }
        // Most numbers of a manifest are new: adding first looks each up once.
        if let added = try addSubject(subject) {
            subjects[subject] = added
            return added
        }
        guard let known = try findSubject(subject) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a subject is neither there nor can be added")
        }
        subjects[subject] = known
        return known
    }

    func findSubject(_ subject: Subject) throws -> Int64? {
        let find = try statement("SELECT id FROM subject WHERE code = ? AND kind = ? AND scheme = ? AND issuer = ?")
        try bind(subject, to: find)
        defer { find.finish() }
        return try find.step() ? find.integer(0) : nil
    }

    /// Nil when it is already there.
    private func addSubject(_ subject: Subject) throws -> Int64? {
        let add = try statement(
            "INSERT INTO subject (code, kind, scheme, issuer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        try bind(subject, to: add)
        return try add.run() == 1 ? database.lastInsertedRowID : nil
    }

    private func bind(_ subject: Subject, to statement: PreparedStatement) throws {
        try statement.bind(
            .text(subject.code), .integer(terms.number(subject.kind.rawValue)),
            .integer(terms.number(subject.scheme.rawValue)), .integer(terms.number(subject.identifier.issuer)))
    }

    /// When a message was received, in UTC milliseconds.
    func receivedAt(_ message: Int64) throws -> Int64 {
        if let known = receipts[message] { return known }
        let find = try statement("SELECT received_at FROM message WHERE id = ?").bind(.integer(message))
        defer { find.finish() }
        guard try find.step() else { return .min }
        let instant = find.integer(0)
        receipts[message] = instant
        return instant
    }
}
