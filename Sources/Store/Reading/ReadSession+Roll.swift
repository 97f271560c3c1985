public import Tracking

extension ReadSession {
    /// Goes through all subjects of a kind in the order they were first named. What is only another number of a
    /// subject is no subject of its own.
    ///
    /// - Parameter body: returns false to stop.
    public func forEach(_ kind: SubjectKind, _ body: (StoredSubject) throws -> Bool) throws {
        guard let number = try number(kind.rawValue) else { return }
        // Only what is listed is read row by row, so there is no index on the kind to keep up with every import: a
        // walk over 200,000 subjects takes some ten milliseconds.
        let rows = try statement(
            """
            SELECT s.id, s.code, s.scheme, s.issuer, EXISTS (SELECT 1 FROM alias AS a WHERE a.alias = s.id)
            FROM subject AS s WHERE s.kind = ? ORDER BY s.id
            """
        ).bind(.integer(number))
        defer { rows.finish() }
        while try rows.step() {
            let (id, code) = (rows.integer(0), rows.text(1))
            if rows.integer(4) == 1 || !knowledge.isSimple {
                guard try !isAnotherNumber(id) else { continue }
            }
            let identifier = Identifier(
                Scheme(rawValue: try word(rows.integer(2))), code, issuer: try optionalWord(rows.integer(3)))
            guard try body(StoredSubject(id: id, subject: Subject(kind, identifier))) else { return }
        }
    }

    /// Goes through the subjects of a kind that are claimed to be in one of `scopes`, at any depth, or that one of them
    /// is another number of; each once.
    public func forEach(
        _ kind: SubjectKind, in scopes: [StoredSubject], _ body: (StoredSubject) throws -> Bool
    ) throws {
        var told: Set<Int64> = []
        var seen = Set(scopes.map(\.id))
        var level = scopes.map(\.id)
        for scope in scopes {
            for owner in try owners(of: scope.id) where seen.insert(owner).inserted { level.append(owner) }
        }
        for depth in 0...Self.deepest where !level.isEmpty {
            for id in level {
                for principal in try principals(of: id) where told.insert(principal).inserted {
                    guard let stored = try subject(principal), stored.subject.kind == kind else { continue }
                    // A number that stands for a parcel lists it; a container is not inside itself.
                    if depth == 0 && kind != .parcel && scopes.contains(stored) { continue }
                    guard try body(stored) else { return }
                }
            }
            level = try level.flatMap { try childNumbers(of: $0) + inferredChildren(of: $0) }
                .filter { seen.insert($0).inserted }
        }
    }

    /// Longer chains are a loop in the data.
    private static let deepest = 8

    /// Whether anything is claimed to be in a subject, or to stand on it, under any of its numbers.
    public func holdsAnything(_ stored: StoredSubject) throws -> Bool {
        if try !childNumbers(of: stored.id).isEmpty { return true }
        return try aliases(of: stored).contains { alias in
            guard alias.subject == stored.subject, let other = try self.stored(alias.alias) else { return false }
            return try !childNumbers(of: other.id).isEmpty
        }
    }

    /// The subjects that a number stands for: itself, unless it is another number of others.
    public func principals(of id: Int64) throws -> [Int64] {
        try isAnotherNumber(id) ? owners(of: id) : [id]
    }

    /// Of two numbers that are each called the other's, the first known is the subject.
    private func isAnotherNumber(_ id: Int64) throws -> Bool {
        let owners = try owners(of: id)
        guard !owners.isEmpty else { return false }
        return try owners.contains { owner in try owner < id || !self.owners(of: owner).contains(id) }
    }

    func owners(of id: Int64) throws -> [Int64] {
        try believed(
            statement(
                """
                SELECT subject, message, NULL, since, by_hand = 0 FROM alias WHERE alias = ?1 AND subject <> ?1
                ORDER BY subject
                """),
            statement(
                """
                SELECT subject, message, ended_by, since, by_hand = 0 FROM past_alias
                WHERE alias = ?1 AND subject <> ?1
                """), id)
    }

    func childNumbers(of id: Int64) throws -> [Int64] {
        try believed(
            statement("SELECT child, message, NULL, since, probability = 0 FROM link WHERE parent = ? ORDER BY child"),
            statement(
                "SELECT child, message, ended_by, since, probability = 0 FROM past_link WHERE parent = ? ORDER BY child"
            ), id)
    }

    /// What is claimed and not denied by a person.
    private func believed(
        _ live: @autoclosure () throws -> PreparedStatement, _ past: @autoclosure () throws -> PreparedStatement,
        _ id: Int64
    ) throws -> [Int64] {
        var found: [Int64] = []
        var denied: Set<Int64> = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 1, endedBy: 2, since: 3) else { continue }
                if rows.integer(4) == 1 { denied.insert(rows.integer(0)) }
                // Several sources that say the same stand one after another.
                if found.last != rows.integer(0) { found.append(rows.integer(0)) }
            }
        }
        try read(live().bind(.integer(id)))
        if !knowledge.isSimple {
            try read(past().bind(.integer(id)))
            // In the order that they had then, each once.
            found = Set(found).sorted()
        }
        return denied.isEmpty ? found : found.filter { !denied.contains($0) }
    }

    /// A subject by its number in the database.
    public func subject(numbered id: Int64) throws -> Subject? { try subject(id)?.subject }
}
