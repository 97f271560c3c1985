import Tracking

/// A reference of a customer as papers state it, with whose it is.
public struct StatedReference: Sendable {
    /// The name of the fact: `consignor_ref`, `customer_reference`.
    public var name: String
    public var value: String
    /// The first subject that it is stated of.
    public var first: StoredSubject
    /// Of how many subjects it is stated.
    public var subjects: Int

    /// Whether a fact of this name is somebody's reference for what travels.
    static func isReference(_ name: String) -> Bool { name.hasSuffix("_ref") || name.hasSuffix("_reference") }
}

extension StatedReference {
    struct Key: Hashable, Sendable {
        var name: String
        var value: String
    }
}

extension ReadSession {
    /// Who bears the references that contain a text.
    ///
    /// Walks through all that is stated: references of customers are many and seldom asked for, so nothing is kept for
    /// finding them. A million short rows take 60 ms of processor time.
    func bearers(
        ofReferencesContaining text: String, among ids: ClosedRange<Int64>
    ) throws -> [StatedReference.Key: Set<Int64>] {
        let wanted = text.lowercased()
        var found: [StatedReference.Key: Set<Int64>] = [:]
        func look(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 3, endedBy: 4, since: 5) else { continue }
                for (stated, value) in zip(try form(rows.integer(1)).names, rows.texts(2))
                where StatedReference.isReference(stated.name) && value.lowercased().contains(wanted) {
                    found[StatedReference.Key(name: stated.name, value: value), default: []].insert(rows.integer(0))
                }
            }
        }
        let bound: [PreparedStatement.Value] = [
            .integer(ids.lowerBound), .integer(ids.upperBound), .text(Self.likePattern(text)),
        ]
        try look(
            statement(
                """
                SELECT subject, form, stated, message, NULL, since FROM fact
                WHERE subject BETWEEN ? AND ? AND stated LIKE ? ESCAPE '\\'
                """
            ).bind(bound))
        if !knowledge.isSimple {
            try look(
                statement(
                    """
                    SELECT subject, form, stated, message, ended_by, since FROM past_fact
                    WHERE subject BETWEEN ? AND ? AND stated LIKE ? ESCAPE '\\'
                    """
                ).bind(bound))
        }
        return found
    }

    func references(_ bearers: [StatedReference.Key: Set<Int64>], limit: Int) throws -> [StatedReference] {
        try bearers.sorted {
            ($1.value.count, $0.key.value, $0.key.name) < ($0.value.count, $1.key.value, $1.key.name)
        }
        .prefix(limit).compactMap { key, subjects in
            try subjects.min().flatMap(subject).map {
                StatedReference(name: key.name, value: key.value, first: $0, subjects: subjects.count)
            }
        }
    }

    /// A pattern for what is stated, which is JSON: what is escaped there may be anything here, and is looked at later.
    private static func likePattern(_ text: String) -> String {
        var pattern = "%"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%", "_": pattern += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || scalar == "/" || !scalar.isASCII:
                pattern += "%"
            default: pattern.unicodeScalars.append(scalar)
            }
        }
        return pattern + "%"
    }
}
