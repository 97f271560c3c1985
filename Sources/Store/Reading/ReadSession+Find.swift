public import Tracking

extension ReadSession {
    /// Goes through the subjects in whose number a part stands, the latest known first.
    ///
    /// The index of trigrams was chosen by measuring against a walk through all numbers (a million of them, SQLite
    /// 3.40): the walk takes 60 to 90 ms of processor time, and five times as much where hyphens must not matter, and
    /// grows with the store; the index answers in 1 ms, and in 25 to 60 ms where every trigram stands in half of all
    /// numbers and the part in none. It costs 15 to 17 bytes and 2.5 µs for each number that comes new. With the
    /// positions of the trigrams it would be three times as large and twice as fast in those few cases alone.
    ///
    /// - Parameter body: returns false to stop.
    public func forEach(containing part: NumberPart, _ body: (StoredSubject) throws -> Bool) throws {
        guard part.isLongEnough else { return }
        let rows = try statement(
            """
            SELECT s.id, s.code, s.kind, s.scheme, s.issuer FROM number_part JOIN subject AS s ON s.id = number_part.rowid
            WHERE number_part MATCH ? ORDER BY number_part.rowid DESC
            """
        ).bind(.text(Self.query(part)))
        defer { rows.finish() }
        while try rows.step() {
            let code = rows.text(1)
            // All trigrams may stand in a number and not one behind the other.
            guard part.position(in: code) != nil, let kind = SubjectKind(rawValue: try word(rows.integer(2))) else {
                continue
            }
            let identifier = Identifier(
                Scheme(rawValue: try word(rows.integer(3))), code, issuer: try optionalWord(rows.integer(4)))
            guard try body(StoredSubject(id: rows.integer(0), subject: Subject(kind, identifier))) else { return }
        }
    }

    /// The part in FTS5's language of queries, in which everything between quotes is meant as it stands.
    private static func query(_ part: NumberPart) -> String {
        part.trigrams.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: " AND ")
    }
}
