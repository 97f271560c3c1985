/// What stands beside the rows: where a carrier's own event id lives, and what it took back. It decides what later
/// messages are worth, so it follows what was derived.
extension Correction {
    /// Brings the account of a carrier's own id of an event in line with the event.
    func takeOverVersion(_ change: Change) throws {
        guard let key = change.derivedKey ?? change.old?.key, case .text(let id) = key[3], !id.isEmpty else { return }
        let columns: [BelievedTable.Column] = [.term, .plain, .subject]
        let derivedKey = [key[2], key[3], key[0]]
        let account = try derived.account(derivedKey)
        try put(account, at: translated(derivedKey, columns))
        let withdrawn = [key[2], key[3], PreparedStatement.Value.integer(0)]
        try put(derived.account(withdrawn), at: translated(withdrawn, columns))
    }

    /// Compares the accounts after a key; returns the last one looked at, nil at the end.
    func takeOverVersions(after key: [PreparedStatement.Value], most: Int) throws -> [PreparedStatement.Value]? {
        let accounts = try derived.accounts(after: key, most: most)
        for (key, account) in accounts {
            let keptKey = try translated(key, [.term, .plain, .subject])
            let known = try kept.account(keptKey)
            // A version that only an answer told which repeated the rest stands, since that answer is not kept.
            if let known, known.isAtLeast(account) { continue }
            try put(account, at: keptKey)
        }
        return accounts.count < most ? nil : accounts.last?.key
    }

    private func put(_ account: SourceAccount?, at key: [PreparedStatement.Value]) throws {
        try kept.statement("DELETE FROM source_event WHERE source = ? AND source_id = ? AND subject = ?").bind(key)
            .run()
        guard let account else { return }
        let columns: [BelievedTable.Column] = [.plain, .plain, .plain, .term, .term, .term, .plain]
        try kept.statement(
            """
            INSERT INTO source_event (source, source_id, subject, version, received_at, occurred_at, raw_code, place,
                                      classifier, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).bind(key + translated(account.values, columns)).run()
    }
}

/// The rest of a row that says where a carrier's own event id lives: version, received at, the event's key, live.
struct SourceAccount {
    var values: [PreparedStatement.Value]

    init(_ row: PreparedStatement, from column: Int32) {
        values = (column..<column + 7).map(row.value)
    }

    private var version: EventVersion {
        if case .text(let text) = values[0] { return EventVersion(text: text, receivedAt: values[1].number) }
        return EventVersion(text: "", receivedAt: values[1].number)
    }

    func isAtLeast(_ other: SourceAccount) -> Bool {
        version == other.version ? values == other.values : other.version < version
    }
}

extension WriteSession {
    fileprivate func account(_ key: [PreparedStatement.Value]) throws -> SourceAccount? {
        let find = try statement(
            """
            SELECT version, received_at, occurred_at, raw_code, place, classifier, live FROM source_event
            WHERE source = ? AND source_id = ? AND subject = ?
            """
        ).bind(key)
        defer { find.finish() }
        return try find.step() ? SourceAccount(find, from: 0) : nil
    }

    fileprivate func accounts(
        after key: [PreparedStatement.Value], most: Int
    ) throws -> [(key: [PreparedStatement.Value], account: SourceAccount)] {
        let find = try statement(
            """
            SELECT source, source_id, subject, version, received_at, occurred_at, raw_code, place, classifier, live
            FROM source_event WHERE (source, source_id, subject) > (?, ?, ?) ORDER BY source, source_id, subject LIMIT ?
            """
        ).bind(key + [.int(most)])
        var found: [(key: [PreparedStatement.Value], account: SourceAccount)] = []
        while try find.step() { found.append(((0..<3).map(find.value), SourceAccount(find, from: 3))) }
        return found
    }
}
