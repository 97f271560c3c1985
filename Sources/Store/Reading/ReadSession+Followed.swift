public import Tracking

extension ReadSession {
    /// The parcels that are claimed to be in a container, themselves or by a bag, and that a carrier is asked about.
    public func polledParcels(in container: StoredSubject, carrier: String) throws -> [Subject] {
        guard let carrier = try number(carrier), let parcel = try number(SubjectKind.parcel.rawValue) else { return [] }
        let rows = try statement(
            """
            WITH unbelieved (id) AS (SELECT id FROM message WHERE complete = 0)
            SELECT s.id, s.code, s.kind, s.scheme, s.issuer FROM subject AS s
            JOIN poll AS p ON p.subject = s.id AND p.carrier = ?2 AND p.next_check_at IS NOT NULL
            WHERE s.kind = ?3 AND s.id IN (
                SELECT child FROM link WHERE parent = ?1 AND message NOT IN unbelieved
                UNION ALL
                SELECT inner.child FROM link AS outer JOIN link AS inner ON inner.parent = outer.child
                WHERE outer.parent = ?1 AND outer.message NOT IN unbelieved AND inner.message NOT IN unbelieved)
            """
        ).bind(.integer(container.id), .integer(carrier), .integer(parcel))
        return try readSubjects(rows).map(\.subject)
    }
}
