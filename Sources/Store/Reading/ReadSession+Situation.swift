import Tracking

extension ReadSession {
    /// What is known of one subject itself; see ``Situation``.
    ///
    /// - Parameter keeping: the facts to bring along, by name.
    public func situation(of stored: StoredSubject, keeping names: Set<String> = []) throws -> Situation {
        var reading = SituationReading(
            Situation(stored: stored), declaration: try number(SubjectKind.declaration.rawValue) ?? -1, keeping: names)
        try describe(stored.id, role: Terms.none, from: nil, into: &reading)
        for (owner, row) in try aliasRows(Self.owners(stored.id, self), Self.pastOwners(stored.id, self)) {
            try describe(owner, role: row.role, from: row.from, into: &reading)
        }
        return reading.situation
    }

    /// Writes one of the subject's own numbers or papers into the pattern, and what hangs on it.
    private func describe(_ id: Int64, role: Int64, from: Int64?, into reading: inout SituationReading) throws {
        guard reading.begin(id, role: role, from: from) else { return }
        try readEvents(of: id, into: &reading)
        try readFacts(of: id, into: &reading)
        for row in try linkRows(of: id) {
            reading.add(row)
            if row.parentKind == reading.declaration { try describe(row.parent, role: -1, from: nil, into: &reading) }
        }
        for (alias, row) in try aliasRows(Self.others(id, self), Self.pastOthers(id, self)) {
            if let role = AliasRole(rawValue: try word(row.role)) {
                reading.situation.numbers.append(.init(role: role, id: alias))
            }
            reading.situation.isKnown = true
            try describe(alias, role: row.role, from: row.from, into: &reading)
        }
    }

    private func readEvents(of id: Int64, into reading: inout SituationReading) throws {
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 11, endedBy: 12) else { continue }
                reading.addEvent((0..<12).map { rows.integer($0) })
            }
        }
        try read(
            statement(
                """
                SELECT occurred_at, source, raw_code, place, classifier, milestone, utc_offset, zone_basis, precision,
                       country, load, message, NULL FROM event WHERE subject = ?
                """
            ).bind(.integer(id)))
        guard !knowledge.isSimple else { return }
        try read(
            statement(
                """
                SELECT occurred_at, source, raw_code, place, classifier, milestone, utc_offset, zone_basis, precision,
                       country, load, message, ended_by FROM past_event WHERE subject = ?
                """
            ).bind(.integer(id)))
    }

    private func readFacts(of id: Int64, into reading: inout SituationReading) throws {
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 3, endedBy: 4) else { continue }
                let toldAt = try max(rows.optionalInteger(5) ?? .min, receivedAt(rows.integer(3)).milliseconds)
                reading.add(
                    try form(rows.integer(0)), rows.texts(2), source: rows.integer(1), message: rows.integer(3),
                    toldAt: toldAt)
            }
        }
        try read(
            statement("SELECT form, source, stated, message, NULL, told_at FROM fact WHERE subject = ?")
                .bind(.integer(id)))
        guard !knowledge.isSimple else { return }
        try read(
            statement("SELECT form, source, stated, message, ended_by, NULL FROM past_fact WHERE subject = ?")
                .bind(.integer(id)))
    }

    private func linkRows(of id: Int64) throws -> [SituationReading.LinkRow] {
        var found: [SituationReading.LinkRow] = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 9, endedBy: 10) else { continue }
                found.append(
                    .init(
                        parent: rows.integer(0), parentKind: rows.integer(1),
                        told: (2..<8).map { rows.optionalInteger($0) ?? .min },
                        probability: rows.isNull(8) ? 1 : rows.real(8), message: rows.integer(9)))
            }
        }
        try read(
            statement(
                """
                SELECT l.parent, s.kind, l.source, l.basis, l.from_at, l.from_offset, l.until_at, l.until_offset,
                       l.probability, l.message, NULL
                FROM link AS l JOIN subject AS s ON s.id = l.parent WHERE l.child = ?
                """
            ).bind(.integer(id)))
        guard !knowledge.isSimple else { return found }
        try read(
            statement(
                """
                SELECT l.parent, s.kind, l.source, l.basis, l.from_at, l.from_offset, l.until_at, l.until_offset,
                       l.probability, l.message, l.ended_by
                FROM past_link AS l JOIN subject AS s ON s.id = l.parent WHERE l.child = ?
                """
            ).bind(.integer(id)))
        return found
    }
}

extension ReadSession {
    typealias AliasRow = (other: Int64, row: (role: Int64, from: Int64?))

    private static func others(_ id: Int64, _ session: ReadSession) throws -> PreparedStatement {
        try session.statement("SELECT alias, role, from_at, message, NULL FROM alias WHERE subject = ?")
            .bind(.integer(id))
    }

    private static func pastOthers(_ id: Int64, _ session: ReadSession) throws -> PreparedStatement {
        try session.statement("SELECT alias, role, from_at, message, ended_by FROM past_alias WHERE subject = ?")
            .bind(.integer(id))
    }

    private static func owners(_ id: Int64, _ session: ReadSession) throws -> PreparedStatement {
        try session.statement("SELECT subject, role, from_at, message, NULL FROM alias WHERE alias = ?")
            .bind(.integer(id))
    }

    private static func pastOwners(_ id: Int64, _ session: ReadSession) throws -> PreparedStatement {
        try session.statement("SELECT subject, role, from_at, message, ended_by FROM past_alias WHERE alias = ?")
            .bind(.integer(id))
    }

    private func aliasRows(
        _ live: PreparedStatement, _ past: @autoclosure () throws -> PreparedStatement
    ) throws -> [AliasRow] {
        var found: [AliasRow] = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 3, endedBy: 4) else { continue }
                found.append((rows.integer(0), (rows.integer(1), rows.optionalInteger(2))))
            }
        }
        try read(live)
        if !knowledge.isSimple { try read(past()) }
        return found
    }

    /// Whether the row the statement stands on was believed at this session's moment of knowledge.
    func believes(_ row: PreparedStatement, message: Int32, endedBy: Int32) -> Bool {
        knowledge.isSimple
            || knowledge.believes(saidBy: row.integer(message), endedBy: row.optionalInteger(endedBy))
    }
}
