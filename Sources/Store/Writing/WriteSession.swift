import GRDB
import Tracking

/// The statements and memory of the one writing connection; used on its queue only.
final class WriteSession {
    let database: Database
    let terms: Terms
    private var cache = StatementCache()
    private var subjects: [Subject: Int64] = [:]
    /// The parcels of the current row and their other numbers, the latest last.
    private var recent: [(subject: Subject, id: Int64)] = []
    private var kinds: [SubjectKind: Int64] = [:]
    /// The events of one subject follow one another.
    private var last: (subject: Subject, id: Int64)?
    private var receipts: [Int64: Int64] = [:]
    /// Whether any source ever took back a link: a rare thing, and asked of every link. Nil: not looked yet.
    var hasLinkRetractions: Bool?

    init(_ database: Database) throws {
        self.database = database
        terms = try Terms(database)
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
        recent.removeAll()
        kinds.removeAll()
        last = nil
        hasLinkRetractions = nil
        receipts.removeAll(keepingCapacity: true)
    }

    /// The number of a subject, which is added when it is new.
    func subjectID(_ subject: Subject) throws -> Int64 {
        if let last, last.subject == subject { return last.id }
        let id = try rememberedID(subject)
        last = (subject, id)
        return id
    }

    private func rememberedID(_ subject: Subject) throws -> Int64 {
        if subject.kind == .parcel {
            if let known = recent.last(where: { $0.subject == subject }) { return known.id }
        } else if let known = subjects[subject] {
            return known
        }
        guard let id = try addSubject(subject) ?? findSubject(subject) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a subject is neither there nor can be added")
        }
        if subject.kind == .parcel {
            // A manifest names a parcel on one row, where all is said of it, and never again.
            if recent.count == 4 { recent.removeFirst() }
            recent.append((subject, id))
        } else {
            if subjects.count > 20_000 { subjects.removeAll(keepingCapacity: true) }
            subjects[subject] = id
        }
        return id
    }

    func findSubject(_ subject: Subject) throws -> Int64? {
        let find = try statement("SELECT id FROM subject WHERE code = ? AND kind = ? AND scheme = ? AND issuer = ?")
        try bind(subject, to: find)
        defer { find.finish() }
        return try find.step() ? find.integer(0) : nil
    }

    /// Nil when the subject is there already.
    private func addSubject(_ subject: Subject) throws -> Int64? {
        let add = try statement(
            "INSERT INTO subject (code, kind, scheme, issuer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        try bind(subject, to: add)
        guard try add.run() == 1 else { return nil }
        let id = database.lastInsertedRowID
        try statement("INSERT INTO number_part (rowid, code) VALUES (?, ?)")
            .bind(.integer(id), .text(NumberPart.spelling(of: subject.code))).run()
        return id
    }

    private func bind(_ subject: Subject, to statement: PreparedStatement) throws {
        try statement.bind(
            .text(subject.code), .integer(kindNumber(subject.kind)),
            .integer(terms.number(subject.scheme.rawValue)), .integer(terms.number(subject.identifier.issuer)))
    }

    private func kindNumber(_ kind: SubjectKind) throws -> Int64 {
        if let known = kinds[kind] { return known }
        let number = try terms.number(kind.rawValue)
        kinds[kind] = number
        return number
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
