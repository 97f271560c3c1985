/// Something that happened, is planned or is estimated, to a subject, at a place and time, as one message told it.
public struct Event: Hashable, Sendable {
    public var subject: Subject
    public var milestone: Milestone
    /// The carrier's own code.
    public var rawCode: String
    public var classifier: EventClassifier
    public var time: EventTime
    public var place: PlaceReference?
    /// ISO 3166 alpha-2 of where it was, where told or known from the place.
    public var country: String?
    public var load: Load?
    /// The carrier's own words; hostile until shown safely.
    public var text: String?
    /// Who told it: the carrier's name in the settings, or the profile of a file.
    public var source: String
    public var sourceID: String?
    public var message: MessageID
    /// When we came to know it.
    public var recordedAt: Instant

    public init(
        subject: Subject, milestone: Milestone, rawCode: String, classifier: EventClassifier = .actual,
        time: EventTime, place: PlaceReference? = nil, country: String? = nil, load: Load? = nil,
        text: String? = nil, source: String, sourceID: String? = nil, message: MessageID,
        recordedAt: Instant
    ) {
        self.subject = subject
        self.milestone = milestone
        self.rawCode = rawCode
        self.classifier = classifier
        self.time = time
        self.place = place
        self.country = country
        self.load = load
        self.text = text
        self.source = source
        self.sourceID = sourceID
        self.message = message
        self.recordedAt = recordedAt
    }
}
