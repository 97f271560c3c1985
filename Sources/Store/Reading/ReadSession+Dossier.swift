public import Tracking

extension ReadSession {
    /// Everything that bears on a subject: its own news under any of its numbers, and that of whatever may have carried
    /// it under any of theirs.
    public func dossier(of stored: StoredSubject) throws -> Dossier {
        var gathering = Gathering(dossier: Dossier(subject: stored.subject), seen: [stored.id], level: [stored])
        let numbers = try numbers(around: stored)
        gathering.dossier.aliases = Array(numbers.claims)
        if !numbers.claims.isEmpty {
            try self.stored(numbers.graph.numbers(of: stored.subject)).forEach { gathering.add($0) }
        }
        try climb(&gathering)
        // Where no container is told, all that travel under the nearest consignment may be the one.
        for consignment in gathering.dossier.consignmentsToOpen {
            guard let bill = try self.stored(consignment) else { continue }
            let containers = try containers(under: bill, nested: consignment == stored.subject)
            guard !containers.isEmpty else { continue }
            containers.forEach { gathering.add($0) }
            try climb(&gathering)
            break
        }
        return gathering.dossier
    }

    /// A dossier while it grows.
    private struct Gathering {
        var dossier: Dossier
        var seen: Set<Int64>
        var level: [StoredSubject]

        mutating func add(_ subject: StoredSubject) {
            if seen.insert(subject.id).inserted { level.append(subject) }
        }
    }

    /// Parcel, bag, container, wagon, train, and a consignment or two: what is deeper than this is a loop.
    private func climb(_ gathering: inout Gathering) throws {
        for _ in 0..<8 where !gathering.level.isEmpty {
            let here = gathering.level
            gathering.level = []
            for subject in here {
                gathering.dossier.events += try events(of: subject)
                gathering.dossier.facts += try facts(of: subject)
                for (link, parent) in try parents(of: subject) {
                    gathering.dossier.links.append(link)
                    // Nothing is told by what is only possible.
                    guard !link.isCandidate, !gathering.seen.contains(parent.id) else { continue }
                    gathering.add(parent)
                    let others = try self.numbers(around: parent)
                    guard !others.claims.isEmpty else { continue }
                    gathering.dossier.aliases += others.claims
                    try self.stored(others.graph.numbers(of: parent.subject)).forEach { gathering.add($0) }
                }
            }
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
