/// Subjects and words of the database, taken over under the same numbers.
struct Words {
    private var lastTerm: Int64 = 1
    private var lastSubject: Int64 = 0

    /// Subjects that stand here under a number of this store's own, by their number in the database: this store named
    /// them first.
    private(set) var twins: [Int64: Int64] = [:]

    /// Copies what is new. What stands here already under another number stays under it.
    mutating func copy(from reader: ReadSession, to session: WriteSession) throws {
        let terms = try reader.statement("SELECT id, text FROM term WHERE id > ? ORDER BY id")
            .bind(.integer(lastTerm))
        let addTerm = try session.statement("INSERT INTO term (id, text) VALUES (?, ?) ON CONFLICT DO NOTHING")
        while try terms.step() {
            lastTerm = terms.integer(0)
            try addTerm.bind(.integer(lastTerm), .text(terms.text(1))).run()
        }
        let subjects = try reader.statement(
            "SELECT id, code, kind, scheme, issuer FROM subject WHERE id > ? ORDER BY id"
        ).bind(.integer(lastSubject))
        let addSubject = try session.statement(
            "INSERT INTO subject (id, code, kind, scheme, issuer) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
        var unclear: [Int64] = []
        while try subjects.step() {
            lastSubject = subjects.integer(0)
            let added = try addSubject.bind(
                .integer(lastSubject), .text(subjects.text(1)), .integer(subjects.integer(2)),
                .integer(subjects.integer(3)), .integer(subjects.integer(4))
            ).run()
            if added == 0 { unclear.append(lastSubject) }
        }
        for id in unclear {
            guard let subject = try reader.subject(id)?.subject else { continue }
            twins[id] = try session.findSubject(subject)
        }
    }
}
