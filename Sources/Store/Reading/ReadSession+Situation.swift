public import Tracking

extension ReadSession {
    /// What is known of one subject itself; see ``Situation``.
    ///
    /// - Parameter keeping: tells by their names which facts to bring along.
    public func situation(
        of stored: StoredSubject, keeping: @escaping (String) -> Bool = { _ in false }
    ) throws -> Situation {
        var reading = SituationReading(
            Situation(stored: stored), declaration: try number(SubjectKind.declaration.rawValue) ?? -1,
            bag: try number(SubjectKind.bag.rawValue) ?? -1, keeping: keeping)
        try describe(stored.id, role: Terms.none, from: nil, into: &reading)
        for row in try aliasRows(Self.owners(stored.id, self), Self.pastOwners(stored.id, self)) {
            reading.heard(in: row.message)
            try describe(row.other, role: row.role, from: row.from, into: &reading)
        }
        return reading.finished()
    }

    /// When a message was received; nil for none.
    public func receivedAt(_ message: MessageID?) throws -> Instant? {
        try message.map { try receivedAt($0.rawValue) }
    }

    /// Writes one of the subject's own numbers or papers into the pattern, and what hangs on it.
    private func describe(_ id: Int64, role: Int64, from: Int64?, into reading: inout SituationReading) throws {
        guard reading.begin(id, role: role, from: from) else { return }
        try readEvents(of: id, into: &reading)
        try readFacts(of: id, into: &reading)
        for row in try linkRows(of: id) {
            switch row.parentKind {
            case reading.declaration:
                reading.add(row, as: -1)
                if role != Self.paper { reading.situation.papers.append(row.parent) }
                try describe(row.parent, role: Self.paper, from: nil, into: &reading)
            case reading.bag: reading.add(row, asBagLike: try likeness(of: row.parent))
            default: reading.add(row, as: row.parent)
            }
        }
        for row in try inferredRows(of: id) { reading.add(row) }
        for row in try aliasRows(Self.others(id, self), Self.pastOthers(id, self)) {
            reading.heard(in: row.message)
            guard role != Self.paper else {
                if row.speaks { try describe(row.other, role: role, from: row.from, into: &reading) }
                continue
            }
            if let role = AliasRole(rawValue: try word(row.role)) {
                reading.situation.numbers.append(.init(role: role, id: row.other))
                reading.lastMileSpeaks = reading.lastMileSpeaks || (role == .lastMile && row.speaks)
            }
            // A number of which nothing is known changes nothing.
            if row.speaks { try describe(row.other, role: row.role, from: row.from, into: &reading) }
        }
    }

    /// A number that all bags share of which the same is known: what lies in any of them fares alike.
    private func likeness(of bag: Int64) throws -> Int64 {
        if let known = likenesses[bag] { return known }
        guard let stored = try subject(bag) else { return bag }
        let likeness = likeness(of: try situation(of: stored).pattern)
        likenesses[bag] = likeness
        return likeness
    }

    /// In place of a role: no number of the subject, but a paper it stands on.
    private static let paper: Int64 = -1

    private func readEvents(of id: Int64, into reading: inout SituationReading) throws {
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 11, endedBy: 12, since: 13) else { continue }
                reading.addEvent(12) { rows.integer($0) }
            }
        }
        try read(
            statement(
                """
                SELECT occurred_at, source, raw_code, place, classifier, milestone, utc_offset, zone_basis, precision,
                       country, load, message, NULL, since FROM event WHERE subject = ?
                """
            ).bind(.integer(id)))
        guard !knowledge.isSimple else { return }
        try read(
            statement(
                """
                SELECT occurred_at, source, raw_code, place, classifier, milestone, utc_offset, zone_basis, precision,
                       country, load, message, ended_by, since FROM past_event WHERE subject = ?
                """
            ).bind(.integer(id)))
    }

    private func readFacts(of id: Int64, into reading: inout SituationReading) throws {
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 3, endedBy: 4, since: 6) else { continue }
                let toldAt = try max(rows.optionalInteger(5) ?? .min, receivedAt(rows.integer(3)).milliseconds)
                reading.add(
                    try form(rows.integer(0)), rows.texts(2), source: rows.integer(1), message: rows.integer(3),
                    toldAt: toldAt)
            }
        }
        try read(
            statement("SELECT form, source, stated, message, NULL, told_at, since FROM fact WHERE subject = ?")
                .bind(.integer(id)))
        guard !knowledge.isSimple else { return }
        try read(
            statement("SELECT form, source, stated, message, ended_by, NULL, since FROM past_fact WHERE subject = ?")
                .bind(.integer(id)))
    }

    private func linkRows(of id: Int64) throws -> [SituationReading.LinkRow] {
        var found: [SituationReading.LinkRow] = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 9, endedBy: 10, since: 11) else { continue }
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
                       l.probability, l.message, NULL, l.since
                FROM link AS l JOIN subject AS s ON s.id = l.parent WHERE l.child = ?
                """
            ).bind(.integer(id)))
        guard !knowledge.isSimple else { return found }
        try read(
            statement(
                """
                SELECT l.parent, s.kind, l.source, l.basis, l.from_at, l.from_offset, l.until_at, l.until_offset,
                       l.probability, l.message, l.ended_by, l.since
                FROM past_link AS l JOIN subject AS s ON s.id = l.parent WHERE l.child = ?
                """
            ).bind(.integer(id)))
        return found
    }
}

extension ReadSession {
    private struct AliasRow {
        var other: Int64
        var role: Int64
        var from: Int64?
        /// A person says that it is not so.
        var isDenial: Bool
        /// Whether anything but the alias itself may be known of the number: order numbers mostly say nothing.
        var speaks: Bool
        var message: Int64

        var claim: [Int64] { [other, role] }
    }

    private static func others(_ id: Int64, _ session: ReadSession) throws -> PreparedStatement {
        try session.statement(
            """
            SELECT a.alias, a.role, a.from_at, a.message, NULL,
                   EXISTS (SELECT 1 FROM event AS e WHERE e.subject = a.alias)
                   OR EXISTS (SELECT 1 FROM link AS l WHERE l.child = a.alias)
                   OR EXISTS (SELECT 1 FROM fact AS f WHERE f.subject = a.alias)
                   OR EXISTS (SELECT 1 FROM alias AS b WHERE b.subject = a.alias), a.since, a.by_hand
            FROM alias AS a WHERE a.subject = ?
            """
        ).bind(.integer(id))
    }

    private static func pastOthers(_ id: Int64, _ session: ReadSession) throws -> PreparedStatement {
        try session.statement(
            "SELECT alias, role, from_at, message, ended_by, 1, since, by_hand FROM past_alias WHERE subject = ?"
        )
        .bind(.integer(id))
    }

    private static func owners(_ id: Int64, _ session: ReadSession) throws -> PreparedStatement {
        try session.statement(
            "SELECT subject, role, from_at, message, NULL, 1, since, by_hand FROM alias WHERE alias = ?"
        )
        .bind(.integer(id))
    }

    private static func pastOwners(_ id: Int64, _ session: ReadSession) throws -> PreparedStatement {
        try session.statement(
            "SELECT subject, role, from_at, message, ended_by, 1, since, by_hand FROM past_alias WHERE alias = ?"
        )
        .bind(.integer(id))
    }

    private func aliasRows(
        _ live: PreparedStatement, _ past: @autoclosure () throws -> PreparedStatement
    ) throws -> [AliasRow] {
        var found: [AliasRow] = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 3, endedBy: 4, since: 6) else { continue }
                // What is believed no more stands in other tables.
                found.append(
                    AliasRow(
                        other: rows.integer(0), role: rows.integer(1), from: rows.optionalInteger(2),
                        isDenial: rows.optionalInteger(7) == 0,
                        speaks: !knowledge.isSimple || rows.integer(5) == 1, message: rows.integer(3)))
            }
        }
        try read(live)
        if !knowledge.isSimple { try read(past()) }
        let denied = Set(found.filter(\.isDenial).map(\.claim))
        return denied.isEmpty ? found : found.filter { !denied.contains($0.claim) }
    }

    /// Whether the row the statement stands on was believed at this session's moment of knowledge.
    func believes(_ row: PreparedStatement, message: Int32, endedBy: Int32, since: Int32) -> Bool {
        knowledge.isSimple
            || knowledge.believes(
                saidBy: row.integer(message), since: row.optionalInteger(since), endedBy: row.optionalInteger(endedBy))
    }
}
