internal import Tracking

extension RowReader {
    /// Nil, with a problem noted, unless the row is an event.
    mutating func event(_ row: MappedRow, _ select: PreparedSelect) -> ReportedEvent? {
        let columns = select.events
        let isRetracted = row.text(columns.retracted).map { $0 == "1" || $0 == "true" } ?? false
        guard let subject = eventSubject(row, select.identifier, isRetracted: isRetracted) else { return nil }
        let place = place(row, columns)
        guard let rawCode = row.text(columns.rawCode) ?? (isRetracted ? "" : nil) else {
            reject("no-code", "raw_code", nil, "the event has no code that says what happened")
            return nil
        }
        guard let time = eventTime(row, columns, place, isRetracted: isRetracted),
            let classifier = classifier(row.text(columns.classifier))
        else { return nil }
        return ReportedEvent(
            subject: subject, milestone: milestone(row, columns) ?? profile.milestone(rawCode), rawCode: rawCode,
            classifier: happened(classifier, time, row.text(columns.at)), time: time, place: place,
            country: row.text(columns.country).flatMap(country) ?? country(of: place),
            load: row.text(columns.load).flatMap(Load.init(rawValue:)), text: row.text(columns.text),
            sourceID: row.text(columns.sourceID), version: row.text(columns.version), retracted: isRetracted)
    }

    /// Our own word, where the document has one beside the sender's code; a word we do not have says nothing.
    private func milestone(_ row: MappedRow, _ columns: EventColumns) -> Milestone? {
        row.text(columns.milestone).flatMap(Milestone.init(rawValue:))
    }

    /// An event that names nobody is about the number that was asked, if there was just one.
    private mutating func eventSubject(_ row: MappedRow, _ columns: IdentifierColumns, isRetracted: Bool) -> Subject? {
        if let code = row.text(columns.code) { return subject(row, columns, code: code) }
        if asked.count == 1 { return asked[0] }
        // What is taken back is found by its own id, whomever it was about.
        if isRetracted, asked.isEmpty { return Subject(.consignment, .number, "-", issuer: "retracted") }
        reject(
            "no-subject", "code", nil,
            asked.isEmpty
                ? "the event names no number, and none was asked"
                : "the event names none of the \(asked.count) numbers asked")
        return nil
    }

    private mutating func eventTime(
        _ row: MappedRow, _ columns: EventColumns, _ place: PlaceReference?,
        isRetracted: Bool
    ) -> EventTime? {
        guard let text = row.text(columns.at) else {
            if isRetracted { return EventTime(receivedAt, offsetMinutes: 0, basis: .assumed) }
            reject("no-time", "at", nil, "the event has no time")
            return nil
        }
        let country = row.text(columns.country).flatMap(country)
        let offset = row.text(columns.offset)
        guard
            var time = time(
                text, zone: row.text(columns.zone), place: place, country: country, isDoubtful: offset == "doubtful",
                column: "at")
        else {
            return isRetracted ? EventTime(receivedAt, offsetMinutes: 0, basis: .assumed) : nil
        }
        if offset == "elsewhere" { showLocally(&time, place: place, country: country) }
        if let name = row.text(columns.precision) {
            guard let precision = TimePrecision(rawValue: name) else {
                reject("bad-precision", "precision", name, "there are day, minute and second")
                return nil
            }
            time = Self.coarsened(time, to: precision)
        }
        return time
    }

    /// A day begins at the local midnight.
    private static func coarsened(_ time: EventTime, to precision: TimePrecision) -> EventTime {
        var time = time
        if precision == .day, time.precision != .day {
            let offset = Int64(time.offsetMinutes) * 60_000
            let local = time.instant.milliseconds + offset
            let midnight = local - ((local % 86_400_000) + 86_400_000) % 86_400_000
            time.instant = Instant(milliseconds: midnight - offset)
        }
        if time.precision != .day { time.precision = precision }
        return time
    }

    private mutating func classifier(_ name: String?) -> EventClassifier? {
        guard let name else { return .actual }
        if let classifier = EventClassifier(rawValue: name) { return classifier }
        reject("bad-classifier", "classifier", name, "there are actual, planned and estimated")
        return nil
    }

    /// Tables of people hold days to come beside days gone by: a day that is still ahead is an expectation.
    private mutating func happened(_ classifier: EventClassifier, _ time: EventTime, _ text: String?) -> EventClassifier
    {
        guard profile.reads == .table, classifier == .actual,
            time.instant.milliseconds > receivedAt.milliseconds + 86_400_000
        else { return classifier }
        warn(
            "not-yet", "at", text, "the time is still to come; taken as an expectation, not as something that happened")
        return .estimated
    }

    /// Where it was, by its code or else by its name; of a place that is not ours the name is kept, for people to read.
    private func place(_ row: MappedRow, _ columns: EventColumns) -> PlaceReference? {
        guard let value = row.text(columns.place) else { return nil }
        let country = row.text(columns.country).flatMap(country)
        let place = places.resolve(scheme: row.text(columns.placeScheme), value: value, country: country)
        guard !place.isResolved, let name = row.text(columns.placeName) else { return place }
        return places.resolve(scheme: PlaceScheme.name.rawValue, value: name, country: country)
    }

    private func country(of place: PlaceReference?) -> String? {
        place.flatMap { places.place(for: $0) }?.country
    }

    /// A two-letter code, or a country's name; anything else is no country.
    private func country(_ text: String) -> String? {
        let code = text.uppercased()
        if code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return code }
        return Places.country(named: text)
    }
}
