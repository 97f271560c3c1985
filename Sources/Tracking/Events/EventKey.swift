/// What makes two reports the same event of one source: who, when, what, where. Text and time of fetching are no part.
public struct EventKey: Hashable, Sendable {
    public var subject: Subject
    /// Of a day, its local beginning.
    public var occurredAt: Instant
    public var source: String
    /// The carrier's own id of the event; empty for none.
    public var sourceID: String
    public var rawCode: String
    public var place: PlaceReference?
    public var classifier: EventClassifier

    public init(
        subject: Subject, occurredAt: Instant, source: String, sourceID: String = "", rawCode: String,
        place: PlaceReference?, classifier: EventClassifier
    ) {
        self.subject = subject
        self.occurredAt = occurredAt
        self.source = source
        self.sourceID = sourceID
        self.rawCode = rawCode
        self.place = place
        self.classifier = classifier
    }

    /// The words of the key in one fixed order, the same in every database.
    public var words: [String] {
        [
            subject.kind.rawValue, subject.scheme.rawValue, subject.identifier.issuer ?? "", subject.code,
            String(occurredAt.milliseconds), source, sourceID, rawCode, place?.text ?? "", classifier.rawValue,
        ]
    }
}

extension Event {
    public var key: EventKey {
        EventKey(
            subject: subject, occurredAt: time.instant, source: source, sourceID: sourceID ?? "", rawCode: rawCode,
            place: place, classifier: classifier)
    }
}

extension ReportedEvent {
    /// The key of the event as `source` tells it.
    public func key(source: String) -> EventKey {
        EventKey(
            subject: subject, occurredAt: time.instant, source: source, sourceID: sourceID ?? "", rawCode: rawCode,
            place: place, classifier: classifier)
    }
}
