import Tracking

extension ReadSession {
    /// What is remembered of a folder; nil when it was never read.
    public func inbox(_ folder: String) throws -> InboxRecord? {
        let find = try statement(
            """
            SELECT watched_since, last_arrival, last_name, last_message, last_rejection, rejected_name, rejected_reason,
                   trouble
            FROM inbox WHERE folder = ?
            """
        ).bind(.text(folder))
        defer { find.finish() }
        guard try find.step() else { return nil }
        let arrival = find.optionalInteger(1).map { at in
            InboxRecord.Arrival(
                at: Instant(milliseconds: at), name: find.text(2),
                message: find.optionalInteger(3).map(MessageID.init(rawValue:)))
        }
        let rejection = find.optionalInteger(4).map { at in
            InboxRecord.Rejection(at: Instant(milliseconds: at), name: find.text(5), reason: find.text(6))
        }
        return InboxRecord(
            folder: folder, watchedSince: Instant(milliseconds: find.integer(0)), lastArrival: arrival,
            lastRejection: rejection, trouble: find.optionalText(7))
    }

    /// The last file of a profile of which anything could be taken, whoever brought it; nil when none came.
    public func lastArrival(profile: String) throws -> InboxRecord.Arrival? {
        guard let number = try number(profile) else { return nil }
        let find = try statement(
            """
            SELECT received_at, coalesce(name, ''), id FROM message INDEXED BY message_file
            WHERE channel = 'file' AND profile = ? AND complete = 1 AND (rejected < items OR items = 0)
            ORDER BY received_at DESC LIMIT 1
            """
        ).bind(.integer(number))
        defer { find.finish() }
        guard try find.step() else { return nil }
        return InboxRecord.Arrival(
            at: Instant(milliseconds: find.integer(0)), name: find.text(1),
            message: MessageID(rawValue: find.integer(2)))
    }
}
