public import Tracking

extension ReadSession {
    /// The containers that some carrier is asked about.
    public func followedContainers() throws -> [StoredSubject] {
        guard let kind = try number(SubjectKind.container.rawValue) else { return [] }
        let rows = try statement(
            """
            SELECT DISTINCT s.id, s.code, s.kind, s.scheme, s.issuer FROM poll AS p JOIN subject AS s ON s.id = p.subject
            WHERE p.next_check_at IS NOT NULL AND s.kind = ?
            """
        ).bind(.integer(kind))
        return try readSubjects(rows)
    }

    /// The parcels that are claimed to be in a container, themselves or by a bag, and that a carrier is asked about.
    public func polledParcels(in container: StoredSubject, carrier: String) throws -> [Subject] {
        guard let carrier = try number(carrier), let parcel = try number(SubjectKind.parcel.rawValue) else { return [] }
        let rows = try statement(
            """
            WITH believed (child, parent) AS NOT MATERIALIZED (
                SELECT child, parent FROM link AS l
                WHERE message NOT IN (SELECT id FROM message WHERE complete = 0) AND NOT EXISTS (
                    SELECT 1 FROM link AS d INDEXED BY link_denied
                    WHERE d.child = l.child AND d.parent = l.parent AND d.probability = 0))
            SELECT s.id, s.code, s.kind, s.scheme, s.issuer FROM subject AS s
            JOIN poll AS p ON p.subject = s.id AND p.carrier = ?2 AND p.next_check_at IS NOT NULL
            WHERE s.kind = ?3 AND s.id IN (
                SELECT child FROM believed WHERE parent = ?1
                UNION ALL
                SELECT inner.child FROM believed AS outer JOIN believed AS inner ON inner.parent = outer.child
                WHERE outer.parent = ?1)
            """
        ).bind(.integer(container.id), .integer(carrier), .integer(parcel))
        return try readSubjects(rows).map(\.subject)
    }
}
