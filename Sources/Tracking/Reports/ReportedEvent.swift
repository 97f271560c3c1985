/// An event as a message reports it.
public struct ReportedEvent: Hashable, Sendable {
    public var subject: Subject
    public var milestone: Milestone
    public var rawCode: String
    public var classifier: EventClassifier
    public var time: EventTime
    public var place: PlaceReference?
    public var country: String?
    public var load: Load?
    public var text: String?
    /// The carrier's own id of the event, made unique across its producers by the profile.
    public var sourceID: String?
    /// Orders the versions of one source id as text; the greatest wins, and where they are equal the later receipt.
    public var version: String?
    /// The carrier takes back this and every earlier version with the same source id.
    public var retracted: Bool

    public init(
        subject: Subject, milestone: Milestone, rawCode: String, classifier: EventClassifier = .actual,
        time: EventTime, place: PlaceReference? = nil, country: String? = nil, load: Load? = nil,
        text: String? = nil, sourceID: String? = nil, version: String? = nil, retracted: Bool = false
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
        self.sourceID = sourceID
        self.version = version
        self.retracted = retracted
    }
}
