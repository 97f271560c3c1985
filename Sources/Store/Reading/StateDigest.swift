import Crypto
import GRDB

extension ReadSession {
    /// A fingerprint of what is believed: SHA-256 over the live rows in canonical words, without ids, recorded times,
    /// texts and inferred links. Two databases that took the same messages in any order have the same one.
    public func digest() throws -> String {
        var hash = SHA256()
        for query in Self.digested {
            let rows = try statement(query).bind()
            while try rows.step() {
                hash.update(data: Array(rows.text(0).utf8))
                hash.update(data: [0x0A])
            }
            hash.update(data: [0x0C])
        }
        return hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private static let digested: [StaticString] = [
        """
        SELECT concat FROM (
            SELECT k.text || '|' || h.text || '|' || i.text || '|' || s.code || '|' || e.occurred_at || '|' || o.text
                || '|' || e.source_id || '|' || r.text || '|' || p.text || '|' || c.text || '|' || m.text AS concat
            FROM event AS e JOIN subject AS s ON s.id = e.subject JOIN term AS k ON k.id = s.kind
            JOIN term AS h ON h.id = s.scheme JOIN term AS i ON i.id = s.issuer JOIN term AS o ON o.id = e.source
            JOIN term AS r ON r.id = e.raw_code JOIN term AS p ON p.id = e.place
            JOIN term AS c ON c.id = e.classifier JOIN term AS m ON m.id = e.milestone)
        ORDER BY concat
        """,
        """
        SELECT concat FROM (
            SELECT ck.text || '|' || ch.text || '|' || c.code || '|' || pk.text || '|' || ph.text || '|' || p.code
                || '|' || o.text || '|' || b.text || '|' || coalesce(l.from_at, '') || '|' || coalesce(l.until_at, '')
                AS concat
            FROM link AS l JOIN subject AS c ON c.id = l.child JOIN term AS ck ON ck.id = c.kind
            JOIN term AS ch ON ch.id = c.scheme JOIN subject AS p ON p.id = l.parent JOIN term AS pk ON pk.id = p.kind
            JOIN term AS ph ON ph.id = p.scheme JOIN term AS o ON o.id = l.source JOIN term AS b ON b.id = l.basis
            WHERE b.text <> 'inferred')
        ORDER BY concat
        """,
        """
        SELECT concat FROM (
            SELECT s.code || '|' || a.code || '|' || r.text || '|' || o.text AS concat
            FROM alias AS x JOIN subject AS s ON s.id = x.subject JOIN subject AS a ON a.id = x.alias
            JOIN term AS r ON r.id = x.role JOIN term AS o ON o.id = x.source)
        ORDER BY concat
        """,
        """
        SELECT concat FROM (
            SELECT k.text || '|' || s.code || '|' || n.text || '|' || o.text || '|' || f.stated AS concat
            FROM fact AS f JOIN subject AS s ON s.id = f.subject JOIN term AS k ON k.id = s.kind
            JOIN term AS n ON n.id = f.form JOIN term AS o ON o.id = f.source)
        ORDER BY concat
        """,
    ]
}
