import Tracking

extension ReadSession {
    /// As whose word inferred links are shown.
    public static let inferredBy = "caravan"

    /// The links of a child that were worked out, as they were believed at this session's moment of knowledge.
    func inferredParents(of child: StoredSubject) throws -> [(link: Link, parent: StoredSubject)] {
        try inferredRows(of: child.id).compactMap { row in
            guard let parent = try subject(row.parent) else { return nil }
            let link = Link(
                child: child.subject, parent: parent.subject, basis: .inferred, probability: row.probability,
                source: Self.inferredBy, message: MessageID(rawValue: row.message),
                recordedAt: Instant(milliseconds: row.inferredAt), evidence: EvidenceText.evidence(row.evidence),
                departure: row.departure.map { Instant(milliseconds: $0) })
            return (link, parent)
        }
    }

    struct InferredRow {
        var parent: Int64
        var probability: Double
        var evidence: [String]
        var departure: Int64?
        var message: Int64
        var inferredAt: Int64
    }

    func inferredRows(of child: Int64) throws -> [InferredRow] {
        var found: [InferredRow] = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believesInferred(rows, message: 4, endedBy: 6) else { continue }
                found.append(
                    InferredRow(
                        parent: rows.integer(0), probability: rows.real(1), evidence: rows.texts(2),
                        departure: rows.optionalInteger(3), message: rows.integer(4), inferredAt: rows.integer(5)))
            }
        }
        try read(
            statement(
                """
                SELECT parent, probability, evidence, departure_at, message, inferred_at, NULL, NULL
                FROM inferred_link WHERE child = ?
                """
            ).bind(.integer(child)))
        if !knowledge.isSimple {
            try read(
                statement(
                    """
                    SELECT parent, probability, evidence, departure_at, message, inferred_at, ended_by, ended_at
                    FROM past_inferred_link WHERE child = ?
                    """
                ).bind(.integer(child)))
        }
        return found
    }

    /// What is believed to be in a subject by inference alone, directly; candidates are not.
    func inferredChildren(of parent: Int64) throws -> [Int64] {
        try inferredIn(parent).filter { Belief.counts($0.probability) }.map(\.child)
    }

    /// What may be in a subject by inference, directly.
    func inferredIn(_ parent: Int64) throws -> [(child: Int64, probability: Double)] {
        var found: [(child: Int64, probability: Double)] = []
        func read(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believesInferred(rows, message: 2, endedBy: 4) else { continue }
                found.append((rows.integer(0), rows.real(1)))
            }
        }
        try read(
            statement(
                """
                SELECT child, probability, message, inferred_at, NULL, NULL FROM inferred_link
                WHERE parent = ? ORDER BY child
                """
            ).bind(.integer(parent)))
        if !knowledge.isSimple {
            try read(
                statement(
                    """
                    SELECT child, probability, message, inferred_at, ended_by, ended_at FROM past_inferred_link
                    WHERE parent = ? ORDER BY child
                    """
                ).bind(.integer(parent)))
            // In the order that they had then.
            found.sort { $0.child < $1.child }
        }
        return found
    }

    /// The columns are the message, when it was inferred, by which message it ended, and when.
    private func believesInferred(_ row: PreparedStatement, message: Int32, endedBy: Int32) -> Bool {
        knowledge.isSimple
            || knowledge.believes(
                inferredFrom: row.integer(message), at: row.integer(message + 1), endedBy: row.optionalInteger(endedBy),
                at: row.optionalInteger(endedBy + 1))
    }
}
