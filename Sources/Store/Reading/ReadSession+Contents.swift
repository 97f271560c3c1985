public import Tracking

extension ReadSession {
    /// What is claimed to be carried directly in a subject, oldest claim first.
    public func children(of stored: StoredSubject) throws -> [StoredSubject] {
        var ids: [Int64] = []
        var seen: Set<Int64> = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard
                    knowledge.isSimple
                        || knowledge.believes(saidBy: rows.integer(1), endedBy: rows.optionalInteger(2))
                else { continue }
                if seen.insert(rows.integer(0)).inserted { ids.append(rows.integer(0)) }
            }
        }
        try read(
            statement("SELECT DISTINCT child, message, NULL FROM link WHERE parent = ? ORDER BY message, child")
                .bind(.integer(stored.id)))
        if !knowledge.isSimple {
            try read(
                statement("SELECT child, message, ended_by FROM past_link WHERE parent = ?")
                    .bind(.integer(stored.id)))
        }
        return try ids.compactMap { try subject($0) }
    }

    /// A parcel that is claimed to be in a subject, the first that is found going down; nil where there is none.
    public func anyParcel(in stored: StoredSubject) throws -> StoredSubject? {
        var current = stored
        // Container, bag, parcel; what is deeper is no place to look.
        for _ in 0..<3 {
            let find = try statement("SELECT child FROM link WHERE parent = ? LIMIT 1").bind(.integer(current.id))
            let child = try find.step() ? find.integer(0) : nil
            find.finish()
            guard let child, let next = try subject(child) else { return nil }
            if next.subject.kind == .parcel { return next }
            current = next
        }
        return nil
    }

    /// How many of each kind are claimed to be inside a subject, at any depth.
    public func contents(of stored: StoredSubject) throws -> [SubjectKind: Int] {
        let rows = try statement(
            """
            WITH RECURSIVE unbelieved (id) AS (SELECT id FROM message WHERE complete = 0),
            inside (id) AS (
                SELECT child FROM link WHERE parent = ?1 AND message <= ?2 AND message NOT IN unbelieved
                UNION
                SELECT l.child FROM inside AS i JOIN link AS l ON l.parent = i.id
                WHERE l.message <= ?2 AND l.message NOT IN unbelieved)
            SELECT s.kind, count(*) FROM inside AS i JOIN subject AS s ON s.id = i.id GROUP BY s.kind
            """
        ).bind(.integer(stored.id), .integer(knowledge.through?.rawValue ?? .max))
        var raw: [(Int64, Int)] = []
        while try rows.step() { raw.append((rows.integer(0), Int(rows.integer(1)))) }
        var counts: [SubjectKind: Int] = [:]
        for (kind, count) in raw {
            if let kind = SubjectKind(rawValue: try word(kind)) { counts[kind] = count }
        }
        return counts
    }
}
