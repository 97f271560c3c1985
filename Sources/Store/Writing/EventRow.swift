import Tracking

/// A reported event in the numbers of the database.
struct EventRow {
    /// What makes two reports the same event of one subject and source.
    struct Place: Hashable {
        var occurredAt: Int64
        var rawCode: Int64
        var place: Int64
        var classifier: Int64
    }

    /// The same with whom it is about and the carrier's own id.
    struct Key: Hashable {
        var subject: Int64
        var place: Place
        var sourceID: String
    }

    var subject: Int64
    var key: Place
    var sourceID: String
    var milestone: Int64
    var utcOffset: Int64
    var zoneBasis: Int64
    var precision: Int64
    var country: Int64
    var load: Int64
    var text: String?

    var whole: Key { Key(subject: subject, place: key, sourceID: sourceID) }

    init(_ event: ReportedEvent, subject: Int64, terms: Terms) throws {
        self.subject = subject
        key = Place(
            occurredAt: event.time.instant.milliseconds, rawCode: try terms.number(event.rawCode),
            place: try terms.number(event.place?.text), classifier: try terms.number(event.classifier.rawValue))
        sourceID = event.sourceID ?? ""
        milestone = try terms.number(event.milestone.rawValue)
        utcOffset = Int64(event.time.offsetMinutes)
        zoneBasis = try terms.number(event.time.basis.rawValue)
        precision = try terms.number(event.time.precision.rawValue)
        country = try terms.number(event.country)
        load = try terms.number(event.load?.rawValue)
        text = event.text
    }
}
