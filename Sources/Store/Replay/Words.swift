/// Subjects and words of the database, taken over under the same numbers.
struct Words {
    private var lastTerm: Int64 = 1
    private var lastSubject: Int64 = 0

    /// Copies what is new; returns false where something of it stands here under another number.
    mutating func copy(from reader: ReadSession, to session: WriteSession) throws -> Bool {
        let terms = try reader.statement("SELECT id, text FROM term WHERE id > ? ORDER BY id")
            .bind(.integer(lastTerm))
        let addTerm = try session.statement("INSERT INTO term (id, text) VALUES (?, ?) ON CONFLICT DO NOTHING")
        while try terms.step() {
            lastTerm = terms.integer(0)
            guard try addTerm.bind(.integer(lastTerm), .text(terms.text(1))).run() == 1 else { return false }
        }
        let subjects = try reader.statement(
            "SELECT id, code, kind, scheme, issuer FROM subject WHERE id > ? ORDER BY id"
        ).bind(.integer(lastSubject))
        let addSubject = try session.statement(
            "INSERT INTO subject (id, code, kind, scheme, issuer) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
        while try subjects.step() {
            lastSubject = subjects.integer(0)
            let added = try addSubject.bind(
                .integer(lastSubject), .text(subjects.text(1)), .integer(subjects.integer(2)),
                .integer(subjects.integer(3)), .integer(subjects.integer(4))
            ).run()
            guard added == 1 else { return false }
        }
        return true
    }
}
