import Tracking

/// Takes back everything that one message said, in the words of its own report: whatever it told ends, whatever it had
/// superseded is believed again. What other messages told too is told by them from then on.
struct TakingBack {
    let session: WriteSession
    let old: ArchivedMessage
    /// Term of its source.
    let source: Int64
    /// The message by which it ends.
    let by: Int64
    /// What its newer version says as well, which stays.
    let kept: SaidKeys?
    private(set) var withdrawal: Withdrawal
    private(set) var parcels: Set<Subject> = []
    /// Whether it spoke of a carrier's own event ids, of which every message may hold another version.
    private(set) var touchesVersions = false

    init(_ session: WriteSession, _ old: ArchivedMessage, by: Int64, kept: SaidKeys?) throws {
        self.session = session
        self.old = old
        self.by = by
        self.kept = kept
        source = try session.terms.number(old.source)
        withdrawal = Withdrawal(message: old.id)
    }

    mutating func take(_ item: ReportedItem) throws {
        for event in item.events { try take(event) }
        for link in item.links { try take(link) }
        for alias in item.aliases { try take(alias) }
        for (subject, stated) in Statement.gathered(item.facts) { try take(stated, of: subject) }
        if kept != nil { parcels.formUnion(SaidKeys.parcels(of: item)) }
    }

    private mutating func take(_ event: ReportedEvent) throws {
        if event.retracted {
            try reviveEvents(sourceID: event.sourceID ?? "")
            return
        }
        let row = try EventRow(event, subject: session.subjectID(event.subject), terms: session.terms)
        if let kept, kept.contains(row) { return }
        let key = session.values(of: row, source: source)
        if try session.end(event: key, toldBy: old.id.rawValue, by: by) { withdrawal.events += 1 }
        if !row.sourceID.isEmpty { try reviveEvents(sourceID: row.sourceID) }
    }

    /// Forgets what the message made of a carrier's own event id, and believes again what it ended.
    private mutating func reviveEvents(sourceID: String) throws {
        guard !sourceID.isEmpty else { return }
        touchesVersions = true
        let subjects = try session.sourceEvents(sourceID, source: source).map(\.subject)
        try session.statement("DELETE FROM source_event WHERE source = ? AND source_id = ?")
            .bind(.integer(source), .text(sourceID)).run()
        for subject in subjects where subject != 0 {
            withdrawal.restored += try session.reviveEvents(
                of: subject, sourceID: sourceID, source: source, endedBy: old.id.rawValue, since: by)
        }
    }

    private mutating func take(_ link: ReportedLink) throws {
        let row = try LinkRow(link, session)
        if link.retracted {
            try session.forgetRetraction(of: row, source: source, by: old.id.rawValue)
            withdrawal.restored += try session.reviveLinks(row, source: source, since: by)
            return
        }
        if let kept, kept.contains(row) { return }
        if try session.end(link: row, source: source, toldBy: old.id.rawValue, by: by) { withdrawal.links += 1 }
        try session.forgetTold(row, source: source, at: old.receivedAt)
        withdrawal.restored += try session.reviveLinks(row, source: source, since: by)
    }

    private mutating func take(_ alias: ReportedAlias) throws {
        if let kept, try kept.contains(alias, session) { return }
        let pair: [PreparedStatement.Value] = [
            .integer(try session.subjectID(alias.subject)), .integer(try session.subjectID(alias.alias)),
            .integer(try session.terms.number(alias.role.rawValue)),
        ]
        if try session.end(alias: pair + [.integer(source)], toldBy: old.id.rawValue, by: by) {
            withdrawal.aliases += 1
        }
        withdrawal.restored += try session.reviveAliases(pair, since: by)
    }

    private mutating func take(_ stated: Statement, of subject: Subject) throws {
        let subject = try session.subjectID(subject)
        if let kept, kept.contains(stated, of: subject) { return }
        let key: [PreparedStatement.Value] = [
            .integer(subject), .integer(try session.terms.number(stated.form)), .integer(source),
        ]
        if try session.end(fact: key, toldBy: old.id.rawValue, by: by) { withdrawal.facts += 1 }
        try session.forgetTold(fact: key, at: old.receivedAt)
        withdrawal.restored += try session.reviveFact(key, since: by)
    }

    mutating func lack(_ parcels: [Subject]) { withdrawal.lacking = parcels }
    mutating func restored(_ count: Int) { withdrawal.restored += count }
    mutating func revived(_ message: MessageID?) { withdrawal.revived = message }
}
