public import Tracking

extension ReadSession {
    /// Everything that bears on a subject: its own news and that of whatever may have carried it.
    public func dossier(of stored: StoredSubject) throws -> Dossier {
        var dossier = Dossier(subject: stored.subject)
        dossier.aliases = try aliases(of: stored)
        var seen: Set<Int64> = [stored.id]
        var level = [stored]
        for alias in dossier.aliases {
            for subject in [alias.alias, alias.subject] {
                if let other = try self.stored(subject), seen.insert(other.id).inserted { level.append(other) }
            }
        }
        // Parcel, bag, container, wagon, train, and a consignment or two: what is deeper than this is a loop.
        for _ in 0..<8 where !level.isEmpty {
            var next: [StoredSubject] = []
            for subject in level {
                dossier.events += try events(of: subject)
                dossier.facts += try facts(of: subject)
                for (link, parent) in try parents(of: subject) {
                    dossier.links.append(link)
                    if seen.insert(parent.id).inserted { next.append(parent) }
                }
            }
            level = next
        }
        return dossier
    }

    /// Other numbers of a subject, and the subjects that it is another number of.
    public func aliases(of stored: StoredSubject) throws -> [Alias] {
        var rows: [AliasRow] = []
        func read(_ found: PreparedStatement) throws {
            while try found.step() {
                guard
                    knowledge.isSimple
                        || knowledge.believes(
                            saidBy: found.integer(6), since: found.optionalInteger(8),
                            endedBy: found.optionalInteger(7))
                else { continue }
                rows.append(AliasRow(found))
            }
        }
        try read(
            statement(
                """
                SELECT subject, alias, role, source, from_at, from_offset, message, NULL, since, by_hand FROM alias WHERE subject = ?1
                UNION ALL
                SELECT subject, alias, role, source, from_at, from_offset, message, NULL, since, by_hand FROM alias WHERE alias = ?1
                """
            ).bind(.integer(stored.id)))
        if !knowledge.isSimple {
            try read(
                statement(
                    """
                    SELECT subject, alias, role, source, from_at, from_offset, message, ended_by, since, by_hand FROM past_alias
                    WHERE subject = ?1
                    UNION ALL
                    SELECT subject, alias, role, source, from_at, from_offset, message, ended_by, since, by_hand FROM past_alias
                    WHERE alias = ?1
                    """
                ).bind(.integer(stored.id)))
        }
        let denied = Set(rows.filter(\.isDenial).map(\.pair))
        return try rows.filter { !denied.contains($0.pair) }.compactMap { row in
            guard let owner = try subject(row.subject), let alias = try subject(row.alias),
                let role = AliasRole(rawValue: try word(row.role))
            else { return nil }
            return Alias(
                subject: owner.subject, alias: alias.subject, role: role, from: time(row.from),
                source: try word(row.source), message: MessageID(rawValue: row.message),
                recordedAt: try receivedAt(row.message))
        }
    }

    /// What is stated of a subject; of one name and source, what the last message states.
    public func facts(of stored: StoredSubject) throws -> [Fact] {
        var rows: [(name: String, value: String, source: Int64, message: Int64, toldAt: Int64)] = []
        func read(_ found: PreparedStatement) throws {
            while try found.step() {
                guard
                    knowledge.isSimple
                        || knowledge.believes(
                            saidBy: found.integer(3), since: found.optionalInteger(6),
                            endedBy: found.optionalInteger(4))
                else { continue }
                rows.append(
                    (
                        found.text(0), found.text(1), found.integer(2), found.integer(3),
                        found.optionalInteger(5) ?? .min
                    ))
            }
        }
        try read(
            statement(
                """
                SELECT n.value, v.value, f.source, f.message, NULL, f.told_at, f.since FROM fact AS f JOIN term AS t ON t.id = f.form
                JOIN json_each(t.text) AS n JOIN json_each(f.stated) AS v ON v.key = n.key WHERE f.subject = ?
                """
            ).bind(.integer(stored.id)))
        if !knowledge.isSimple {
            try read(
                statement(
                    """
                    SELECT n.value, v.value, f.source, f.message, f.ended_by, NULL, f.since FROM past_fact AS f
                    JOIN term AS t ON t.id = f.form JOIN json_each(t.text) AS n
                    JOIN json_each(f.stated) AS v ON v.key = n.key WHERE f.subject = ?
                    """
                ).bind(.integer(stored.id)))
        }
        var latest: [String: (toldAt: Int64, fact: Fact)] = [:]
        for row in rows {
            let parts = row.name.split(separator: " ", maxSplits: 1).map(String.init)
            let recordedAt = try receivedAt(row.message)
            let fact = Fact(
                subject: stored.subject, name: parts.first ?? row.name, value: row.value,
                unit: parts.count == 2 ? parts[1] : nil, source: try word(row.source),
                message: MessageID(rawValue: row.message), recordedAt: recordedAt)
            let toldAt = max(row.toldAt, recordedAt.milliseconds)
            let key = fact.name + "\u{1F}" + fact.source
            if let known = latest[key], (known.toldAt, known.fact.value) >= (toldAt, fact.value) { continue }
            latest[key] = (toldAt, fact)
        }
        return latest.values.map(\.fact).sorted { ($0.name, $0.source) < ($1.name, $1.source) }
    }
}

/// A row of `alias` or `past_alias`.
private struct AliasRow {
    var subject: Int64
    var alias: Int64
    var role: Int64
    var source: Int64
    var from: LinkRow.Time
    var message: Int64
    /// Whether a person says that it is no other number of the subject, whoever else says so.
    var isDenial: Bool

    init(_ row: PreparedStatement) {
        (subject, alias, role) = (row.integer(0), row.integer(1), row.integer(2))
        source = row.integer(3)
        from = LinkRow.Time(at: row.optionalInteger(4), offset: row.optionalInteger(5))
        message = row.integer(6)
        isDenial = row.optionalInteger(9) == 0
    }

    /// What a denial is about.
    var pair: [Int64] { [subject, alias, role] }
}
