public import Tracking

extension ReadSession {
    /// The subjects that a number stands for: one, or all that share it; itself where it is nobody's alias.
    public func principals(of stored: StoredSubject) throws -> [StoredSubject] {
        let numbers = try numbers(around: stored)
        return numbers.claims.isEmpty ? [stored] : try self.stored(numbers.graph.principals(of: stored.subject))
    }

    /// The claims that tell by which numbers a subject goes, in no order.
    public func aliases(of stored: StoredSubject) throws -> [Alias] { Array(try numbers(around: stored).claims) }

    /// Claims about numbers, with what they come to.
    struct Numbers {
        var claims: Set<Alias> = []
        var graph = AliasGraph([])
    }

    /// All claims that tell who a subject is: followed up to whatever it is a number of and down to all its numbers.
    ///
    /// Of who shares one of its numbers only a few are read, for what matters is that somebody does; of who shares the
    /// number itself the first ``mostOwners``.
    func numbers(around stored: StoredSubject) throws -> Numbers {
        if let lastNumbers, lastNumbers.id == stored.id { return lastNumbers.numbers }
        var numbers = Numbers(claims: Set(try aliases(of: stored, owners: Self.mostOwners)))
        guard !numbers.claims.isEmpty else { return numbers }
        numbers.graph = AliasGraph(numbers.claims)
        var read: Set<Subject> = [stored.subject]
        // What is longer than this is a loop.
        for _ in 0..<8 {
            let missing = numbers.graph.neighbourhood(of: stored.subject).subtracting(read)
            guard !missing.isEmpty else { break }
            let before = numbers.claims.count
            for subject in missing.sorted(by: { $0.description < $1.description }) {
                read.insert(subject)
                guard read.count <= 4 * Self.mostOwners, let other = try self.stored(subject) else { continue }
                numbers.claims.formUnion(try aliases(of: other, owners: 8))
            }
            guard numbers.claims.count > before else { break }
            numbers.graph = AliasGraph(numbers.claims)
        }
        lastNumbers = (stored.id, numbers)
        return numbers
    }

    /// More subjects than these under one number are not told apart any more.
    public static let mostOwners = 500

    func stored(_ subjects: some Sequence<Subject>) throws -> [StoredSubject] {
        try subjects.compactMap { try stored($0) }
    }

    /// Other numbers of a subject, and the subjects that it is another number of, no more than `owners` of these.
    private func aliases(of stored: StoredSubject, owners: Int) throws -> [Alias] {
        var rows = try readAliases(
            statement(
                """
                SELECT subject, alias, role, source, from_at, from_offset, message, NULL, since, by_hand FROM alias WHERE subject = ?1
                UNION ALL
                SELECT * FROM (
                    SELECT subject, alias, role, source, from_at, from_offset, message, NULL, since, by_hand FROM alias
                    WHERE alias = ?1 LIMIT ?2)
                """
            ).bind(.integer(stored.id), .int(owners)))
        if !knowledge.isSimple {
            rows += try readAliases(
                statement(
                    """
                    SELECT subject, alias, role, source, from_at, from_offset, message, ended_by, since, by_hand FROM past_alias
                    WHERE subject = ?1
                    UNION ALL
                    SELECT * FROM (
                        SELECT subject, alias, role, source, from_at, from_offset, message, ended_by, since, by_hand FROM past_alias
                        WHERE alias = ?1 LIMIT ?2)
                    """
                ).bind(.integer(stored.id), .int(owners)))
        }
        let denied = Set(rows.filter(\.isDenial).map(\.claim))
        return try rows.filter { !denied.contains($0.claim) }.compactMap { row in
            guard let owner = try subject(row.subject), let alias = try subject(row.alias),
                let role = AliasRole(rawValue: try word(row.role))
            else { return nil }
            return Alias(
                subject: owner.subject, alias: alias.subject, role: role, from: time(row.from),
                source: try word(row.source), message: MessageID(rawValue: row.message),
                recordedAt: try receivedAt(row.message))
        }
    }

    private struct AliasRow {
        var subject: Int64
        var alias: Int64
        var role: Int64
        var source: Int64
        var from: LinkRow.Time
        var message: Int64
        /// Whether a person says that it is no other number of the subject, whoever else says so.
        var isDenial: Bool

        /// What a denial is about.
        var claim: [Int64] { [subject, alias, role] }
    }

    private func readAliases(_ found: PreparedStatement) throws -> [AliasRow] {
        var rows: [AliasRow] = []
        while try found.step() {
            guard believes(found, message: 6, endedBy: 7, since: 8) else { continue }
            rows.append(
                AliasRow(
                    subject: found.integer(0), alias: found.integer(1), role: found.integer(2),
                    source: found.integer(3),
                    from: LinkRow.Time(at: found.optionalInteger(4), offset: found.optionalInteger(5)),
                    message: found.integer(6), isDenial: found.optionalInteger(9) == 0))
        }
        return rows
    }
}
