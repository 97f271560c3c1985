import Tracking

/// Links that were worked out: only what differs from what is believed is written.
extension WriteSession {
    /// A live row of `inferred_link`, as far as a new one is compared with it.
    struct BelievedLink {
        var parent: Int64
        var probability: Double
        var evidence: [String]
        var departure: Int64?
    }

    func infer(_ inference: InferenceOutcome, _ basis: InferenceBasis) throws -> InferenceChange {
        let child = try subjectID(inference.child)
        var believed = Dictionary(
            try believedLinks(of: child).map { ($0.parent, $0) }, uniquingKeysWith: { first, _ in first })
        var change = InferenceChange()
        // Who would read 0.00 reads nothing.
        for link in inference.links where link.child == inference.child && Belief.hundredths(link.probability) > 0 {
            let parent = try subjectID(link.parent)
            let departure = inference.departures[link.parent]?.milliseconds
            if let known = believed.removeValue(forKey: parent) {
                if known.departure == departure, Self.isSame(known, link) {
                    change.unchanged += 1
                    continue
                }
                change.ended += try endInferred(child, parent, by: basis.message, at: basis.now)
            }
            try insertInferred(link, child, parent, departure, basis)
            change.added += 1
        }
        for parent in believed.keys.sorted() {
            change.ended += try endInferred(child, parent, by: basis.message, at: basis.now)
        }
        return change
    }

    /// The same belief is one that reads the same.
    private static func isSame(_ known: BelievedLink, _ link: InferredLink) -> Bool {
        Belief.hundredths(known.probability) == Belief.hundredths(link.probability)
            && EvidenceText.isSame(known.evidence, link.evidence)
    }

    private func believedLinks(of child: Int64) throws -> [BelievedLink] {
        let rows = try statement(
            "SELECT parent, probability, evidence, departure_at FROM inferred_link WHERE child = ?"
        ).bind(.integer(child))
        var found: [BelievedLink] = []
        while try rows.step() {
            found.append(
                BelievedLink(
                    parent: rows.integer(0), probability: rows.real(1), evidence: rows.texts(2),
                    departure: rows.optionalInteger(3)))
        }
        return found
    }

    private func insertInferred(
        _ link: InferredLink, _ child: Int64, _ parent: Int64, _ departure: Int64?, _ basis: InferenceBasis
    ) throws {
        try statement(
            """
            INSERT INTO inferred_link (child, parent, probability, evidence, model, departure_at, message, inferred_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).bind(
            .integer(child), .integer(parent), .real(min(link.probability, 1)), .text(EvidenceText.text(link.evidence)),
            .integer(terms.number(basis.model)), .optional(departure), .integer(basis.message.rawValue),
            .integer(basis.now.milliseconds)
        ).run()
    }

    /// Moves a live row to the past; returns how many there were.
    func endInferred(_ child: Int64, _ parent: Int64, by message: MessageID, at now: Instant) throws -> Int {
        try statement(
            """
            INSERT INTO past_inferred_link
            SELECT child, parent, probability, evidence, model, departure_at, message, inferred_at, ?3, ?4
            FROM inferred_link WHERE child = ?1 AND parent = ?2 ON CONFLICT DO NOTHING
            """
        ).bind(.integer(child), .integer(parent), .integer(message.rawValue), .integer(now.milliseconds)).run()
        return try statement("DELETE FROM inferred_link WHERE child = ?1 AND parent = ?2")
            .bind(.integer(child), .integer(parent)).run()
    }
}
