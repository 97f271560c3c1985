import Tracking

extension WriteSession {
    /// What may end the stay of parcels in a box, so that their own carriers have something to tell.
    private static let endings: Set<Milestone> = [.stripped, .gatedOut]

    /// Parcels wait as long as their box is asked about; when it has been emptied or taken away, their turn comes.
    func wakeParcels(by item: ReportedItem, now: Int64) throws {
        for event in item.events
        where event.subject.kind == .container && event.classifier == .actual && Self.endings.contains(event.milestone)
        {
            try wakeParcels(in: subjectID(event.subject), now: now)
        }
    }

    private func wakeParcels(in container: Int64, now: Int64) throws {
        try statement(
            """
            UPDATE poll SET next_check_at = ?2
            WHERE next_check_at > ?2 AND subject IN (
                SELECT child FROM link WHERE parent = ?1
                UNION ALL
                SELECT inner.child FROM link AS outer JOIN link AS inner ON inner.parent = outer.child
                WHERE outer.parent = ?1)
            """
        ).bind(.integer(container), .integer(now)).run()
    }

    func wake(_ number: Int64, _ carrier: Int64, now: Instant) throws {
        try statement(
            "UPDATE poll SET next_check_at = ?3 WHERE carrier = ?1 AND subject = ?2 AND next_check_at > ?3"
        ).bind(.integer(carrier), .integer(number), .integer(now.milliseconds)).run()
    }
}
