public import Tracking

/// What a message would bring, without anything having been kept.
public struct Rehearsal: Sendable {
    public var receipt: Receipt
    /// Subjects that no message had named before, by kind.
    public var subjects: [SubjectKind: Int]
    /// Those of them that are few and large: containers, consignments, trains, wagons; the first of them.
    public var named: [Subject]
    /// What would become of the messages that it replaces.
    public var withdrawals: [Withdrawal]
}

extension StoreWriter {
    /// Takes a message as `acceptAndWait` would and undoes it again, all in one transaction.
    ///
    /// - Parameters:
    ///   - said: what a person says of it: which message it replaces.
    ///   - feed: hands over the stretches of the report and gives back the bytes to be archived.
    /// - Throws: ``StoreFailure``, or what `feed` throws.
    public func rehearse(
        _ message: Message, said: Delivery.Part?, reading: any ArchiveReading,
        feed: ((Report) throws -> Void) throws -> [UInt8]
    ) throws -> Rehearsal {
        try turnAndWait(keeps: false) { session in
            let last = try session.lastSubject()
            var (acceptance, _) = try session.open(message, isComplete: true)
            let body = try feed { try session.accept($0.items, into: &acceptance) }
            try session.close(acceptance, body: body, sha256: message.sha256)
            let withdrawals = try said.map { try Self.hear($0, session, reading).1 } ?? []
            let receipt = Receipt(
                message: nil, accounting: acceptance.accounting, links: acceptance.links, isNews: acceptance.isNews)
            return Rehearsal(
                receipt: receipt, subjects: try session.countSubjects(after: last),
                named: try session.largeSubjects(after: last), withdrawals: withdrawals)
        }
    }
}

extension WriteSession {
    fileprivate func lastSubject() throws -> Int64 {
        let find = try statement("SELECT coalesce(max(id), 0) FROM subject").bind()
        defer { find.finish() }
        return try find.step() ? find.integer(0) : 0
    }

    /// Another number of a parcel is not another parcel.
    fileprivate func countSubjects(after last: Int64) throws -> [SubjectKind: Int] {
        let rows = try statement(
            """
            SELECT kind, count(*) FROM subject
            WHERE id > ? AND NOT EXISTS (SELECT 1 FROM alias WHERE alias.alias = subject.id) GROUP BY kind
            """
        ).bind(.integer(last))
        var raw: [(Int64, Int)] = []
        while try rows.step() { raw.append((rows.integer(0), Int(rows.integer(1)))) }
        var counts: [SubjectKind: Int] = [:]
        for (number, count) in raw {
            if let kind = SubjectKind(rawValue: try word(number)) { counts[kind] = count }
        }
        return counts
    }

    fileprivate func largeSubjects(after last: Int64) throws -> [Subject] {
        let kinds: [SubjectKind] = [.container, .consignment, .train, .wagon]
        return try readSubjects(
            statement(
                """
                SELECT id, code, kind, scheme, issuer FROM subject WHERE id > ? AND kind IN (?, ?, ?, ?)
                ORDER BY id LIMIT 200
                """
            ).bind([.integer(last)] + kinds.map { .integer(try terms.number($0.rawValue)) }))
    }
}
