/// The statements by which a correction takes a row away and puts one in.
extension BelievedTable {
    /// Copies the live row of a key to the past; the message that ends it follows the key.
    var endingCopy: StaticString {
        switch self {
        case .event:
            """
            INSERT INTO past_event SELECT subject, occurred_at, source, source_id, raw_code, place, classifier,
                milestone, utc_offset, zone_basis, precision, country, load, text, message, ?8, since FROM event
            WHERE subject = ?1 AND occurred_at = ?2 AND source = ?3 AND source_id = ?4 AND raw_code = ?5
                AND place = ?6 AND classifier = ?7 ON CONFLICT DO NOTHING
            """
        case .link:
            """
            INSERT INTO past_link SELECT child, parent, source, basis, from_at, from_offset, until_at, until_offset,
                probability, message, ?5, since FROM link
            WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4 ON CONFLICT DO NOTHING
            """
        case .alias:
            """
            INSERT INTO past_alias (subject, alias, role, source, from_at, from_offset, message, ended_by, since, by_hand)
            SELECT subject, alias, role, source, from_at, from_offset, message, ?5, since, by_hand FROM alias
            WHERE subject = ?1 AND alias = ?2 AND role = ?3 AND source = ?4 ON CONFLICT DO NOTHING
            """
        case .fact:
            """
            INSERT INTO past_fact SELECT subject, form, source, stated, message, ?4, since FROM fact
            WHERE subject = ?1 AND form = ?2 AND source = ?3 ON CONFLICT DO NOTHING
            """
        }
    }

    var removal: StaticString {
        switch self {
        case .event:
            """
            DELETE FROM event WHERE subject = ? AND occurred_at = ? AND source = ? AND source_id = ? AND raw_code = ?
                AND place = ? AND classifier = ?
            """
        case .link: "DELETE FROM link WHERE child = ? AND parent = ? AND source = ? AND basis = ?"
        case .alias: "DELETE FROM alias WHERE subject = ? AND alias = ? AND role = ? AND source = ?"
        case .fact: "DELETE FROM fact WHERE subject = ? AND form = ? AND source = ?"
        }
    }

    /// Puts a row in: key, content, message, told again, since.
    var insertion: StaticString {
        switch self {
        case .event:
            """
            INSERT INTO event (subject, occurred_at, source, source_id, raw_code, place, classifier, milestone,
                               utc_offset, zone_basis, precision, country, load, text, message, since)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?17)
            """
        case .link:
            """
            INSERT INTO link (child, parent, source, basis, from_at, from_offset, until_at, until_offset, probability,
                              message, told_at, since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        case .alias:
            """
            INSERT INTO alias (subject, alias, role, source, from_at, from_offset, by_hand, message, since)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?10)
            """
        case .fact:
            "INSERT INTO fact (subject, form, source, stated, message, told_at, since) VALUES (?, ?, ?, ?, ?, ?, ?)"
        }
    }
}
