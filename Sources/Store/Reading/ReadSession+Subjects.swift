public import Tracking

extension ReadSession {
    /// The subjects that go by exactly this code, of any kind and scheme.
    public func subjects(code: String) throws -> [StoredSubject] {
        let find = try statement("SELECT id, code, kind, scheme, issuer FROM subject WHERE code = ? ORDER BY id")
            .bind(.text(code))
        return try readSubjects(find)
    }

    /// The runs of a train number, latest departure first.
    public func trains(number: String) throws -> [StoredSubject] {
        let find = try statement(
            """
            SELECT id, code, kind, scheme, issuer FROM subject
            WHERE code >= ?1 || '@' AND code < ?1 || 'A' AND kind = (SELECT id FROM term WHERE text = 'train')
            ORDER BY code DESC
            """
        ).bind(.text(number))
        return try readSubjects(find)
    }

    public func stored(_ subject: Subject) throws -> StoredSubject? {
        guard let kind = try number(subject.kind.rawValue), let scheme = try number(subject.scheme.rawValue),
            let issuer = try number(subject.identifier.issuer ?? "")
        else { return nil }
        let find = try statement("SELECT id FROM subject WHERE code = ? AND kind = ? AND scheme = ? AND issuer = ?")
            .bind(.text(subject.code), .integer(kind), .integer(scheme), .integer(issuer))
        defer { find.finish() }
        return try find.step() ? StoredSubject(id: find.integer(0), subject: subject) : nil
    }

    public func subject(_ id: Int64) throws -> StoredSubject? {
        let find = try statement("SELECT id, code, kind, scheme, issuer FROM subject WHERE id = ?").bind(.integer(id))
        return try readSubjects(find).first
    }

    func readSubjects(_ rows: PreparedStatement) throws -> [StoredSubject] {
        var raw: [(id: Int64, code: String, kind: Int64, scheme: Int64, issuer: Int64)] = []
        while try rows.step() {
            raw.append((rows.integer(0), rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4)))
        }
        return try raw.compactMap { row in
            guard let kind = SubjectKind(rawValue: try word(row.kind)) else { return nil }
            let identifier = Identifier(
                Scheme(rawValue: try word(row.scheme)), row.code,
                issuer: try optionalWord(row.issuer))
            return StoredSubject(id: row.id, subject: Subject(kind, identifier))
        }
    }
}
