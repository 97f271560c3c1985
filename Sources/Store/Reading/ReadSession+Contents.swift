public import Tracking

extension ReadSession {
    /// What is claimed to be carried directly in a subject, oldest claim first.
    public func children(of stored: StoredSubject) throws -> [StoredSubject] {
        try childIDs(of: stored.id).compactMap { try subject($0) }
    }

    private func childIDs(of parent: Int64) throws -> [Int64] {
        var found: [(message: Int64, child: Int64)] = []
        var denied: Set<Int64> = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard
                    knowledge.isSimple
                        || knowledge.believes(
                            saidBy: rows.integer(1), since: rows.optionalInteger(4), endedBy: rows.optionalInteger(2))
                else { continue }
                if !rows.isNull(3), rows.real(3) == 0 { denied.insert(rows.integer(0)) }
                found.append((rows.integer(1), rows.integer(0)))
            }
        }
        try read(
            statement(
                """
                SELECT DISTINCT child, message, NULL, probability, since FROM link WHERE parent = ?
                ORDER BY message, child
                """
            ).bind(.integer(parent)))
        if !knowledge.isSimple {
            try read(
                statement("SELECT child, message, ended_by, probability, since FROM past_link WHERE parent = ?")
                    .bind(.integer(parent)))
            // As they stood then, wherever they stand now.
            found.sort { $0 < $1 }
        }
        var seen: Set<Int64> = []
        let ids = found.map(\.child).filter { seen.insert($0).inserted }
        return denied.isEmpty ? ids : ids.filter { !denied.contains($0) }
    }

    /// The containers that are claimed to travel under a consignment; remembered, for thousands of parcels ask.
    ///
    /// - Parameter nested: whether those under its house bills, and under the notes that it continues, count too.
    public func containers(under bill: StoredSubject, nested: Bool) throws -> [StoredSubject] {
        var containers: [StoredSubject] = []
        var seen: Set<Int64> = [bill.id]
        var waiting = [bill.id]
        while let next = waiting.popLast() {
            for child in try carriers(under: next) where seen.insert(child.id).inserted {
                if child.subject.kind == .container {
                    containers.append(child)
                } else if nested {
                    waiting.append(child.id)
                }
            }
        }
        return containers
    }

    /// Containers and consignments directly under a consignment, among all the parcels that are.
    private func carriers(under bill: Int64) throws -> [StoredSubject] {
        if let known = carriersUnder[bill] { return known }
        let kinds = try [SubjectKind.container, .consignment].map { try number($0.rawValue) ?? -1 }
        var ids: Set<Int64> = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                if believes(rows, message: 1, endedBy: 2, since: 3) { ids.insert(rows.integer(0)) }
            }
        }
        try read(
            statement(
                """
                SELECT l.child, l.message, NULL, l.since FROM link AS l CROSS JOIN subject AS s ON s.id = l.child
                WHERE l.parent = ?1 AND s.kind IN (?2, ?3)
                """
            ).bind(.integer(bill), .integer(kinds[0]), .integer(kinds[1])))
        if !knowledge.isSimple {
            try read(
                statement(
                    """
                    SELECT l.child, l.message, l.ended_by, l.since
                    FROM past_link AS l CROSS JOIN subject AS s ON s.id = l.child
                    WHERE l.parent = ?1 AND s.kind IN (?2, ?3)
                    """
                ).bind(.integer(bill), .integer(kinds[0]), .integer(kinds[1])))
        }
        let carriers = try ids.sorted().compactMap { try subject($0) }
        carriersUnder[bill] = carriers
        return carriers
    }

    /// A parcel that is claimed to be in a subject, the first that is found going down; nil where there is none.
    public func anyParcel(in stored: StoredSubject) throws -> StoredSubject? {
        var current = stored
        // Container, bag, parcel; what is deeper is no place to look.
        for _ in 0..<3 {
            let child = knowledge.isSimple ? try firstChild(of: current.id) : try childNumbers(of: current.id).first
            guard let child, let next = try subject(child) else { return nil }
            if next.subject.kind == .parcel { return next }
            current = next
        }
        return nil
    }

    private func firstChild(of parent: Int64) throws -> Int64? {
        let find = try statement(
            """
            SELECT l.child FROM link AS l
            WHERE l.parent = ? AND NOT EXISTS (
                SELECT 1 FROM link AS d INDEXED BY link_denied
                WHERE d.child = l.child AND d.parent = l.parent AND d.probability = 0)
            ORDER BY l.child LIMIT 1
            """
        ).bind(.integer(parent))
        defer { find.finish() }
        return try find.step() ? find.integer(0) : nil
    }

    /// How many of each kind are claimed to be inside a subject, at any depth.
    public func contents(of stored: StoredSubject) throws -> [SubjectKind: Int] {
        guard knowledge.isSimple else { return try pastContents(of: stored) }
        let rows = try statement(
            """
            WITH RECURSIVE inside (id) AS MATERIALIZED (
                SELECT ?1
                UNION
                SELECT l.child FROM inside AS i JOIN link AS l ON l.parent = i.id
                WHERE NOT EXISTS (
                    SELECT 1 FROM link AS d INDEXED BY link_denied
                    WHERE d.child = l.child AND d.parent = l.parent AND d.probability = 0))
            SELECT s.kind, count(*) FROM inside AS i JOIN subject AS s ON s.id = i.id
            -- Two numbers of one parcel that are both listed are one parcel.
            WHERE i.id <> ?1 AND NOT EXISTS (
                SELECT 1 FROM alias AS a
                WHERE a.alias = i.id AND a.by_hand IS NOT 0 AND a.subject IN (SELECT id FROM inside)
                    AND NOT (a.subject > a.alias
                             AND EXISTS (SELECT 1 FROM alias AS b WHERE b.subject = a.alias AND b.alias = a.subject)))
            GROUP BY s.kind
            """
        ).bind(.integer(stored.id))
        var raw: [(Int64, Int)] = []
        while try rows.step() { raw.append((rows.integer(0), Int(rows.integer(1)))) }
        var counts: [SubjectKind: Int] = [:]
        for (kind, count) in raw {
            if let kind = SubjectKind(rawValue: try word(kind)) { counts[kind] = count }
        }
        return counts
    }

    /// The same at another moment of knowledge, where rows of the past count too.
    private func pastContents(of stored: StoredSubject) throws -> [SubjectKind: Int] {
        var counts: [SubjectKind: Int] = [:]
        var seen: Set<Int64> = [stored.id]
        var waiting = [stored.id]
        while let next = waiting.popLast() {
            for id in try childIDs(of: next) where seen.insert(id).inserted {
                guard let child = try subject(id)?.subject else { continue }
                counts[child.kind, default: 0] += 1
                // What carries nothing need not be asked what it carries.
                if child.kind != .parcel { waiting.append(id) }
            }
        }
        for id in seen where id != stored.id {
            let isAnother = try owners(of: id).contains { owner in
                try seen.contains(owner) && (owner < id || !owners(of: owner).contains(id))
            }
            guard isAnother, let kind = try subject(id)?.subject.kind else { continue }
            counts[kind, default: 1] -= 1
        }
        return counts
    }
}
