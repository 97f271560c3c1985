import Tracking

extension ReadSession {
    /// The events of a subject that were believed at this session's moment of knowledge.
    func events(of stored: StoredSubject) throws -> [Event] {
        let live = try statement(
            """
            SELECT occurred_at, source, source_id, raw_code, place, classifier, milestone, utc_offset, zone_basis,
                   precision, country, load, text, message, NULL, since FROM event WHERE subject = ?
            """
        ).bind(.integer(stored.id))
        var events = try readEvents(live, of: stored.subject)
        guard !knowledge.isSimple else { return events }
        let past = try statement(
            """
            SELECT occurred_at, source, source_id, raw_code, place, classifier, milestone, utc_offset, zone_basis,
                   precision, country, load, text, message, ended_by, since FROM past_event WHERE subject = ?
            """
        ).bind(.integer(stored.id))
        events += try readEvents(past, of: stored.subject)
        return events
    }

    private func readEvents(_ rows: PreparedStatement, of subject: Subject) throws -> [Event] {
        var events: [Event] = []
        while try rows.step() {
            let message = rows.integer(13)
            guard
                knowledge.isSimple
                    || knowledge.believes(
                        saidBy: message, since: rows.optionalInteger(15), endedBy: rows.optionalInteger(14))
            else { continue }
            events.append(try readEvent(rows, of: subject, message: message))
        }
        return events
    }

    private func readEvent(_ row: PreparedStatement, of subject: Subject, message: Int64) throws -> Event {
        let sourceID = row.text(2)
        let time = EventTime(
            Instant(milliseconds: row.integer(0)), offsetMinutes: Int(row.integer(7)),
            basis: ZoneBasis(rawValue: try word(row.integer(8))) ?? .assumed,
            precision: TimePrecision(rawValue: try word(row.integer(9))) ?? .day)
        return Event(
            subject: subject, milestone: Milestone(rawValue: try word(row.integer(6))) ?? .unmapped,
            rawCode: try word(row.integer(3)),
            classifier: EventClassifier(rawValue: try word(row.integer(5))) ?? .estimated, time: time,
            place: try optionalWord(row.integer(4)).map(PlaceReference.init(text:)),
            country: try optionalWord(row.integer(10)), load: try optionalWord(row.integer(11)).flatMap(Load.init),
            text: row.optionalText(12), source: try word(row.integer(1)), sourceID: sourceID.isEmpty ? nil : sourceID,
            message: MessageID(rawValue: message), recordedAt: try receivedAt(message))
    }
}
