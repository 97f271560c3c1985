import Tracking

/// What people say of links and other numbers: of one pair only the latest word is live, whoever said it.
extension WriteSession {
    func acceptByHand(_ row: LinkRow, isDenied: Bool, _ acceptance: Acceptance) throws -> Bool {
        let known = try wordsByHand(row)
        let word = Word(
            source: acceptance.source, receivedAt: acceptance.receivedAt, isDenied: isDenied, order: row.order)
        if known.contains(where: { !word.replaces($0) }) {
            // Said before, or outdated when it came.
            if known.contains(where: word.says) { return false }
            return try insertPastByHand(row, isDenied: isDenied, acceptance)
        }
        if let same = known.first(where: word.says), same.source == acceptance.source {
            try statement(
                "UPDATE link SET told_at = ?5 WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4"
            )
            .bind(row.values(source: acceptance.source).prefix(4) + [.integer(acceptance.receivedAt)]).run()
            return false
        }
        for old in known { _ = try end(link: row, source: old.source, toldBy: nil, by: acceptance.endingMessage) }
        guard try insert(row, acceptance) else { return false }
        if isDenied {
            try statement(
                "UPDATE link SET probability = 0 WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4"
            ).bind(Array(row.values(source: acceptance.source).prefix(4))).run()
        }
        return true
    }

    func acceptByHand(_ alias: ReportedAlias, _ acceptance: Acceptance) throws -> Bool {
        let from = LinkRow.Time(alias.from)
        let isDenied = alias.byHand == false
        let key: [PreparedStatement.Value] = [
            .integer(try subjectID(alias.subject)), .integer(try subjectID(alias.alias)),
            .integer(try terms.number(alias.role.rawValue)),
        ]
        let known = try aliasWords(key)
        let word = Word(
            source: acceptance.source, receivedAt: acceptance.receivedAt, isDenied: isDenied, order: [from.at ?? .min])
        let rest: [PreparedStatement.Value] = [
            .integer(acceptance.source), .optional(from.at), .optional(from.offset), .integer(acceptance.message),
            .int(isDenied ? 0 : 1),
        ]
        if known.contains(where: word.says) { return false }
        guard known.allSatisfy(word.replaces) else {
            return try statement(
                """
                INSERT INTO past_alias (subject, alias, role, source, from_at, from_offset, message, by_hand, ended_by)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7) ON CONFLICT DO NOTHING
                """
            ).bind(key + rest).run() == 1
        }
        for old in known {
            _ = try end(alias: key + [.integer(old.source)], toldBy: nil, by: acceptance.endingMessage)
        }
        return try statement(
            """
            INSERT INTO alias (subject, alias, role, source, from_at, from_offset, message, by_hand, since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """
        ).bind(key + rest + [.optional(acceptance.since)]).run() == 1
    }

    /// Moves a live link to the past; returns whether there was one.
    ///
    /// - Parameter toldBy: only if this message told it.
    func end(link row: LinkRow, source: Int64, toldBy: Int64?, by message: Int64) throws -> Bool {
        let key = Array(row.values(source: source).prefix(4))
        try statement(
            """
            INSERT INTO past_link SELECT child, parent, source, basis, from_at, from_offset, until_at, until_offset,
                probability, message, ?5, since FROM link
            WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4 AND (?6 IS NULL OR message = ?6)
            ON CONFLICT DO NOTHING
            """
        ).bind(key + [.integer(message), .optional(toldBy)]).run()
        return try statement(
            """
            DELETE FROM link WHERE child = ?1 AND parent = ?2 AND source = ?3 AND basis = ?4
                AND (?5 IS NULL OR message = ?5)
            """
        ).bind(key + [.optional(toldBy)]).run() == 1
    }

    /// Moves a live alias to the past; returns whether there was one.
    ///
    /// - Parameters:
    ///   - key: subject, alias, role and source.
    ///   - toldBy: only if this message told it.
    func end(alias key: [PreparedStatement.Value], toldBy: Int64?, by message: Int64) throws -> Bool {
        try statement(
            """
            INSERT INTO past_alias (subject, alias, role, source, from_at, from_offset, message, ended_by, since, by_hand)
            SELECT subject, alias, role, source, from_at, from_offset, message, ?5, since, by_hand FROM alias
            WHERE subject = ?1 AND alias = ?2 AND role = ?3 AND source = ?4 AND (?6 IS NULL OR message = ?6)
            ON CONFLICT DO NOTHING
            """
        ).bind(key + [.integer(message), .optional(toldBy)]).run()
        return try statement(
            """
            DELETE FROM alias WHERE subject = ?1 AND alias = ?2 AND role = ?3 AND source = ?4
                AND (?5 IS NULL OR message = ?5)
            """
        ).bind(key + [.optional(toldBy)]).run() == 1
    }

    private func insertPastByHand(_ row: LinkRow, isDenied: Bool, _ acceptance: Acceptance) throws -> Bool {
        try statement(
            """
            INSERT INTO past_link (child, parent, source, basis, from_at, from_offset, until_at, until_offset, message,
                                   probability, ended_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?9) ON CONFLICT DO NOTHING
            """
        ).bind(
            row.values(source: acceptance.source) + [.integer(acceptance.message), isDenied ? .real(0) : .null]
        ).run() == 1
    }
}

/// One person's word of a pair of subjects.
private struct Word {
    var source: Int64
    /// UTC milliseconds.
    var receivedAt: Int64
    var isDenied: Bool
    /// What else it says, as numbers.
    var order: [Int64]

    /// Whether both say the same.
    func says(_ other: Word) -> Bool { isDenied == other.isDenied && order == other.order }

    /// The later word holds; of the same millisecond the denial, and else by what they say, so that the order in which
    /// they arrive does not matter.
    func replaces(_ other: Word) -> Bool {
        if receivedAt != other.receivedAt { return receivedAt > other.receivedAt }
        if isDenied != other.isDenied { return isDenied }
        return other.order.lexicographicallyPrecedes(order)
    }
}

extension WriteSession {
    private func wordsByHand(_ row: LinkRow) throws -> [Word] {
        let find = try statement(
            """
            SELECT source, message, told_at, probability, from_at, from_offset, until_at, until_offset FROM link
            WHERE child = ? AND parent = ? AND basis = ?
            """
        ).bind(.integer(row.child), .integer(row.parent), .integer(row.basis))
        var found: [(message: Int64, toldAt: Int64?, word: Word)] = []
        while try find.step() {
            let order = LinkRow.order(
                LinkRow.Time(at: find.optionalInteger(4), offset: find.optionalInteger(5)),
                LinkRow.Time(at: find.optionalInteger(6), offset: find.optionalInteger(7)))
            let word = Word(
                source: find.integer(0), receivedAt: 0, isDenied: !find.isNull(3) && find.real(3) == 0, order: order)
            found.append((find.integer(1), find.optionalInteger(2), word))
        }
        return try found.map { message, toldAt, word in
            var word = word
            word.receivedAt = try toldAt ?? receivedAt(message)
            return word
        }
    }

    private func aliasWords(_ key: [PreparedStatement.Value]) throws -> [Word] {
        let find = try statement(
            """
            SELECT source, message, by_hand, from_at FROM alias
            WHERE subject = ? AND alias = ? AND role = ? AND by_hand IS NOT NULL
            """
        ).bind(key)
        var found: [(message: Int64, word: Word)] = []
        while try find.step() {
            let order = [find.optionalInteger(3) ?? .min]
            let word = Word(source: find.integer(0), receivedAt: 0, isDenied: find.integer(2) == 0, order: order)
            found.append((find.integer(1), word))
        }
        return try found.map { message, word in
            var word = word
            word.receivedAt = try receivedAt(message)
            return word
        }
    }
}
