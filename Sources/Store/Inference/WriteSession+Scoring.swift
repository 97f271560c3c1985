import Tracking

/// What papers say of what had been inferred before they came.
extension WriteSession {
    /// A live row of `inferred_link` to be judged.
    private struct Guess {
        var child: Int64
        var parent: Int64
        var kind: Int64
        var probability: Double
        var message: Int64
    }

    /// Where a paper or a person says that something was.
    private struct Told {
        var parent: Int64
        var basis: Int64
        var message: Int64
        /// A person says that it was not there.
        var isDenial = false
    }

    /// Judges the inferred links of the next children; returns the last child that was looked at, nil at the end.
    func settle(after child: Int64, atMost limit: Int, _ basis: InferenceBasis, _ change: inout InferenceChange)
        throws -> Int64?
    {
        let found = try guesses(after: child, atMost: limit)
        // The last child of a full stretch may have more: it is left to the next one.
        let isFull = found.count == limit
        let guesses = isFull ? found.filter { $0.child != found.last?.child } : found
        for guess in guesses { try judge(guess, basis, &change) }
        return isFull ? guesses.last?.child : nil
    }

    private func guesses(after child: Int64, atMost limit: Int) throws -> [Guess] {
        let rows = try statement(
            """
            SELECT i.child, i.parent, s.kind, i.probability, i.message
            FROM inferred_link AS i JOIN subject AS s ON s.id = i.parent
            WHERE i.child > ?1 ORDER BY i.child LIMIT ?2
            """
        ).bind(.integer(child), .int(limit))
        var found: [Guess] = []
        while try rows.step() {
            found.append(
                Guess(
                    child: rows.integer(0), parent: rows.integer(1), kind: rows.integer(2), probability: rows.real(3),
                    message: rows.integer(4)))
        }
        return found
    }

    private func judge(_ guess: Guess, _ basis: InferenceBasis, _ change: inout InferenceChange) throws {
        let told = try told(of: guess).filter { $0.message > guess.message }
        guard let first = told.min(by: { $0.message < $1.message }) else { return }
        if let same = told.first(where: { $0.parent == guess.parent }) {
            change.scored += try score(guess, isRight: !same.isDenial, by: same.message, basis)
        } else if !told.contains(where: \.isDenial) {
            change.scored += try score(guess, isRight: false, by: first.message, basis)
            // Something so sure that contradicts a paper is for a person to decide.
            if Belief.contradicts(guess.probability), try told.allSatisfy(isPaper) { return }
        } else {
            return
        }
        change.ended += try endInferred(guess.child, guess.parent, by: basis.message, at: basis.now)
    }

    private func isPaper(_ told: Told) throws -> Bool {
        guard told.basis != Terms.none else { return true }
        let find = try statement("SELECT text FROM term WHERE id = ?").bind(.integer(told.basis))
        defer { find.finish() }
        guard try find.step() else { return true }
        let basis = LinkTerm.basis(find.text(0))
        return basis == nil || basis == .declared
    }

    private func score(_ guess: Guess, isRight: Bool, by message: Int64, _ basis: InferenceBasis) throws -> Int {
        try statement(
            """
            INSERT INTO inference_score (child, parent, message, inferred_at, probability, model, is_right, told_by,
                                         scored_at)
            SELECT child, parent, message, inferred_at, probability, model, ?3, ?4, ?5 FROM inferred_link
            WHERE child = ?1 AND parent = ?2 ON CONFLICT DO NOTHING
            """
        ).bind(
            .integer(guess.child), .integer(guess.parent), .int(isRight ? 1 : 0), .integer(message),
            .integer(basis.now.milliseconds)
        ).run()
    }
}

extension WriteSession {
    private func told(of guess: Guess) throws -> [Told] {
        let denial = try statement("SELECT message FROM link WHERE child = ? AND parent = ? AND probability = 0")
            .bind(.integer(guess.child), .integer(guess.parent))
        var found: [Told] = []
        while try denial.step() {
            found.append(Told(parent: guess.parent, basis: Terms.none, message: denial.integer(0), isDenial: true))
        }
        let container = try terms.number(SubjectKind.container.rawValue)
        let containers = try toldContainers(of: guess.child)
        if guess.kind == container { return found + containers }
        guard guess.kind == (try terms.number(SubjectKind.train.rawValue)) else {
            return try found + toldParents(of: guess.child, kind: guess.kind)
        }
        found += try toldParents(of: guess.child, kind: guess.kind)
        for carrier in containers {
            // Known with the later of the two papers.
            found += try toldTrains(of: carrier.parent).map { train in
                Told(parent: train.parent, basis: train.basis, message: max(train.message, carrier.message))
            }
        }
        return found
    }

    private func toldParents(of child: Int64, kind: Int64) throws -> [Told] {
        try readTold(
            statement("SELECT parent, basis, message FROM told_link WHERE child = ? AND kind = ?")
                .bind(.integer(child), .integer(kind)))
    }

    /// The containers that a child is told to have been in: itself, by its bag, or by what was in it.
    private func toldContainers(of child: Int64) throws -> [Told] {
        try readTold(
            statement(
                """
                SELECT parent, basis, message FROM told_link WHERE child = ?1 AND kind = ?2
                UNION ALL
                SELECT c.parent, c.basis, max(c.message, b.message)
                FROM told_link AS b CROSS JOIN told_link AS c ON c.child = b.parent
                WHERE b.child = ?1 AND b.kind = ?3 AND c.kind = ?2
                UNION ALL
                SELECT c.parent, c.basis, max(c.message, i.message)
                FROM told_link AS i CROSS JOIN told_link AS c ON c.child = i.child
                WHERE i.parent = ?1 AND c.kind = ?2
                """
            ).bind(
                .integer(child), .integer(terms.number(SubjectKind.container.rawValue)),
                .integer(terms.number(SubjectKind.bag.rawValue))))
    }

    private func toldTrains(of container: Int64) throws -> [Told] {
        try readTold(
            statement(
                """
                SELECT parent, basis, message FROM told_link WHERE child = ?1 AND kind = ?2
                UNION ALL
                SELECT t.parent, t.basis, max(t.message, w.message)
                FROM told_link AS w CROSS JOIN told_link AS t ON t.child = w.parent
                WHERE w.child = ?1 AND w.kind = ?3 AND t.kind = ?2
                """
            ).bind(
                .integer(container), .integer(terms.number(SubjectKind.train.rawValue)),
                .integer(terms.number(SubjectKind.wagon.rawValue))))
    }

    private func readTold(_ rows: PreparedStatement) throws -> [Told] {
        var found: [Told] = []
        while try rows.step() {
            found.append(Told(parent: rows.integer(0), basis: rows.integer(1), message: rows.integer(2)))
        }
        return found
    }
}
