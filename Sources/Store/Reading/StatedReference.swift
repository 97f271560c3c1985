public import Tracking

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

extension ReadSession {
    /// The references that contain a text, by how many subjects bear them, no more than `limit`.
    ///
    /// Walks through all that is stated: references of customers are many and seldom asked for, so nothing is kept for
    /// finding them. A million short rows take 60 ms of processor time.
    public func references(containing text: String, limit: Int) throws -> [StatedReference] {
        let wanted = text.lowercased()
        var found: [[String]: (first: Int64, subjects: Set<Int64>)] = [:]
        func look(_ rows: PreparedStatement) throws {
            while try rows.step() {
                guard believes(rows, message: 3, endedBy: 4, since: 5) else { continue }
                for (stated, value) in zip(try form(rows.integer(1)).names, rows.texts(2))
                where StatedReference.isReference(stated.name) && value.lowercased().contains(wanted) {
                    found[[stated.name, value], default: (rows.integer(0), [])].subjects.insert(rows.integer(0))
                }
            }
        }
        let pattern = PreparedStatement.Value.text(Self.likePattern(text))
        try look(
            statement(
                "SELECT subject, form, stated, message, NULL, since FROM fact WHERE stated LIKE ? ESCAPE '\\'"
            ).bind(pattern))
        if !knowledge.isSimple {
            try look(
                statement(
                    "SELECT subject, form, stated, message, ended_by, since FROM past_fact WHERE stated LIKE ? ESCAPE '\\'"
                ).bind(pattern))
        }
        return try found.compactMap { key, bearers in
            try subject(bearers.first).map {
                StatedReference(name: key[0], value: key[1], first: $0, subjects: bearers.subjects.count)
            }
        }
        .sorted { ($1.subjects, $0.value, $0.name) < ($0.subjects, $1.value, $1.name) }.prefix(limit).map { $0 }
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
