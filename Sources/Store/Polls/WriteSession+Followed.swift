import Tracking

extension WriteSession {
    /// For a parcel, others that may be asked in its place.
    func addWhatQuietens(_ poll: inout DuePoll) throws {
        guard poll.subject.kind == .parcel else { return }
        poll.followedContainers = try followedContainers(of: poll.number)
        poll.lastMileOf = try owners(ofLastMile: poll.number)
    }

    /// The containers that a parcel is claimed to be in, itself or by its bag, and that some carrier is asked about.
    func followedContainers(of parcel: Int64) throws -> [Subject] {
        let find = try statement(
            """
            WITH believed (child, parent) AS NOT MATERIALIZED (
                SELECT child, parent FROM link AS l
                WHERE message NOT IN (SELECT id FROM message WHERE complete = 0) AND NOT EXISTS (
                    SELECT 1 FROM link AS d INDEXED BY link_denied
                    WHERE d.child = l.child AND d.parent = l.parent AND d.probability = 0))
            SELECT s.id, s.code, s.kind, s.scheme, s.issuer FROM subject AS s
            WHERE s.id IN (
                    SELECT parent FROM believed WHERE child = ?1
                    UNION ALL
                    SELECT outer.parent FROM believed AS inner
                    JOIN believed AS outer ON outer.child = inner.parent WHERE inner.child = ?1)
                AND s.kind = ?2
                AND EXISTS (SELECT 1 FROM poll AS p WHERE p.subject = s.id AND p.next_check_at IS NOT NULL)
            ORDER BY s.id
            """
        ).bind(.integer(parcel), .integer(terms.number(SubjectKind.container.rawValue)))
        return try readSubjects(find)
    }

    /// The subjects that a number is the last-mile number of.
    func owners(ofLastMile number: Int64) throws -> [Subject] {
        let find = try statement(
            """
            SELECT s.id, s.code, s.kind, s.scheme, s.issuer FROM alias AS a JOIN subject AS s ON s.id = a.subject
            WHERE a.alias = ?1 AND a.role = ?2 AND a.message NOT IN (SELECT id FROM message WHERE complete = 0)
                AND NOT EXISTS (
                    SELECT 1 FROM alias AS d INDEXED BY alias_denied
                    WHERE d.subject = a.subject AND d.alias = a.alias AND d.role = a.role AND d.by_hand = 0)
            ORDER BY s.id
            """
        ).bind(.integer(number), .integer(terms.number(AliasRole.lastMile.rawValue)))
        return try readSubjects(find)
    }

    func readSubjects(_ rows: PreparedStatement) throws -> [Subject] {
        var raw: [(code: String, kind: Int64, scheme: Int64, issuer: Int64)] = []
        while try rows.step() { raw.append((rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4))) }
        return try raw.compactMap { row in
            guard let kind = SubjectKind(rawValue: try word(row.kind)) else { return nil }
            let issuer = row.issuer == Terms.none ? nil : try word(row.issuer)
            return Subject(kind, Scheme(rawValue: try word(row.scheme)), row.code, issuer: issuer)
        }
    }
}
