/// A table of what is believed, with the statements that compare and correct it. Every query gives the columns of the
/// key first, then the content, then the message, when it was told again, and since when it is believed again.
enum BelievedTable: String, CaseIterable {
    case event, link, alias, fact

    /// What a column holds: numbers of subjects and words differ from one database to the other.
    enum Column {
        case subject, term, plain
    }

    var key: [Column] {
        switch self {
        case .event: [.subject, .plain, .term, .plain, .term, .term, .term]
        case .link: [.subject, .subject, .term, .term]
        case .alias: [.subject, .subject, .term, .term]
        case .fact: [.subject, .term, .term]
        }
    }

    var content: [Column] {
        switch self {
        case .event: [.term, .plain, .term, .term, .term, .term, .plain]
        case .link: [.plain, .plain, .plain, .plain, .plain]
        case .alias: [.plain, .plain, .plain]
        case .fact: [.plain]
        }
    }

    /// Where the source stands.
    var source: Int {
        self == .alias ? 3 : 2
    }

    /// How many columns of the content tell two messages apart that told the same key. Of an event's wording whichever
    /// came first is kept.
    var decidingContent: Int { self == .event ? 1 : content.count }

    var all: StaticString {
        switch self {
        case .event:
            """
            SELECT subject, occurred_at, source, source_id, raw_code, place, classifier, milestone, utc_offset,
                   zone_basis, precision, country, load, text, message, NULL, since FROM event
            ORDER BY subject, occurred_at, source, source_id, raw_code, place, classifier
            """
        case .link:
            """
            SELECT child, parent, source, basis, from_at, from_offset, until_at, until_offset, probability, message,
                   told_at, since FROM link ORDER BY child, parent, source, basis
            """
        case .alias:
            """
            SELECT subject, alias, role, source, from_at, from_offset, by_hand, message, NULL, since FROM alias
            ORDER BY subject, alias, role, source
            """
        case .fact:
            """
            SELECT subject, form, source, stated, message, told_at, since FROM fact ORDER BY subject, form, source
            """
        }
    }

    var ofSubject: StaticString {
        switch self {
        case .event:
            """
            SELECT subject, occurred_at, source, source_id, raw_code, place, classifier, milestone, utc_offset,
                   zone_basis, precision, country, load, text, message, NULL, since FROM event WHERE subject = ?
            """
        case .link:
            """
            SELECT child, parent, source, basis, from_at, from_offset, until_at, until_offset, probability, message,
                   told_at, since FROM link WHERE child = ?
            """
        case .alias:
            """
            SELECT subject, alias, role, source, from_at, from_offset, by_hand, message, NULL, since FROM alias
            WHERE subject = ?
            """
        case .fact: "SELECT subject, form, source, stated, message, told_at, since FROM fact WHERE subject = ?"
        }
    }

    /// Past rows of a key, in the same columns; the last is the message that ended it.
    var past: StaticString {
        switch self {
        case .event:
            """
            SELECT subject, occurred_at, source, source_id, raw_code, place, classifier, milestone, utc_offset,
                   zone_basis, precision, country, load, text, message, NULL, ended_by FROM past_event
            WHERE subject = ? AND occurred_at = ? AND source = ? AND source_id = ? AND raw_code = ? AND place = ?
                AND classifier = ?
            """
        case .link:
            """
            SELECT child, parent, source, basis, from_at, from_offset, until_at, until_offset, probability, message,
                   NULL, ended_by FROM past_link WHERE child = ? AND parent = ? AND source = ? AND basis = ?
            """
        case .alias:
            """
            SELECT subject, alias, role, source, from_at, from_offset, by_hand, message, NULL, ended_by FROM past_alias
            WHERE subject = ? AND alias = ? AND role = ? AND source = ?
            """
        case .fact:
            """
            SELECT subject, form, source, stated, message, NULL, ended_by FROM past_fact
            WHERE subject = ? AND form = ? AND source = ?
            """
        }
    }
}
