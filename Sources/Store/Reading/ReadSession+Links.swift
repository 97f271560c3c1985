import Tracking

extension ReadSession {
    /// The claims that a subject was carried in something, believed at this moment of knowledge.
    func parents(of child: StoredSubject) throws -> [(link: Link, parent: StoredSubject)] {
        try toldParents(of: child) + inferredParents(of: child)
    }

    /// The claims that messages make.
    func toldParents(of child: StoredSubject) throws -> [(link: Link, parent: StoredSubject)] {
        let live = try statement(
            """
            SELECT parent, source, basis, from_at, from_offset, until_at, until_offset, probability, message, NULL, since
            FROM link WHERE child = ?
            """
        ).bind(.integer(child.id))
        var rows = try readLinks(live)
        if !knowledge.isSimple {
            let past = try statement(
                """
                SELECT parent, source, basis, from_at, from_offset, until_at, until_offset, probability, message,
                       ended_by, since FROM past_link WHERE child = ?
                """
            ).bind(.integer(child.id))
            rows += try readLinks(past)
        }
        return try rows.compactMap { row in
            guard let parent = try subject(row.other) else { return nil }
            return (try link(row, child: child.subject, parent: parent.subject), parent)
        }
    }

    private struct Row {
        var other: Int64
        var source: Int64
        var basis: Int64
        var from: LinkRow.Time
        var until: LinkRow.Time
        var probability: Double?
        var message: Int64
    }

    private func readLinks(_ rows: PreparedStatement) throws -> [Row] {
        var found: [Row] = []
        while try rows.step() {
            guard
                knowledge.isSimple
                    || knowledge.believes(
                        saidBy: rows.integer(8), since: rows.optionalInteger(10), endedBy: rows.optionalInteger(9))
            else { continue }
            found.append(
                Row(
                    other: rows.integer(0), source: rows.integer(1), basis: rows.integer(2),
                    from: LinkRow.Time(at: rows.optionalInteger(3), offset: rows.optionalInteger(4)),
                    until: LinkRow.Time(at: rows.optionalInteger(5), offset: rows.optionalInteger(6)),
                    probability: rows.isNull(7) ? nil : rows.real(7), message: rows.integer(8)))
        }
        return found
    }

    private func link(_ row: Row, child: Subject, parent: Subject) throws -> Link {
        Link(
            child: child, parent: parent, from: time(row.from), until: time(row.until),
            basis: try optionalWord(row.basis).flatMap(LinkTerm.basis), probability: row.probability ?? 1,
            source: try word(row.source), message: MessageID(rawValue: row.message),
            recordedAt: try receivedAt(row.message))
    }

    func time(_ time: LinkRow.Time) -> EventTime? {
        time.at.map { EventTime(Instant(milliseconds: $0), offsetMinutes: Int(time.offset ?? 0)) }
    }
}
