/// One line of a timeline: a happening, with everybody who told of it.
public struct TimelineEntry: Hashable, Sendable {
    /// As read at its place: `arrived` at a border is `border-arrived`.
    public var milestone: Milestone
    /// The carrier's own code of the report that is shown.
    public var rawCode: String
    public var classifier: EventClassifier
    public var time: EventTime
    public var place: PlaceReference?
    /// ISO 3166 alpha-2 of where it was, from the place or as told.
    public var country: String?
    /// For `border-arrived` and `border-departed`, ISO 3166 alpha-2 of the country on whose side it was.
    public var side: String?
    /// Whom the shown report is about; a carrier for what is inherited.
    public var subject: Subject
    public var inherited: Bool
    /// Whether it may decide the status.
    public var decides: Bool
    /// False for what is kept but not shown: news of a last-mile number from before its leg began.
    public var shown: Bool
    public var load: Load?
    /// The carrier's own words; hostile until shown safely.
    public var text: String?
    /// Everybody who told it, sorted.
    public var sources: [String]
    /// Every message that told it, sorted.
    public var messages: [MessageID]
    /// The keys of all reports that were brought together here, the one that is shown first.
    public var reports: [EventKey]
    /// When we came to know the shown report.
    public var recordedAt: Instant
    /// For what is inherited, what the weakest link on the way up rests on.
    public var basis: LinkBasis?
    /// How probable the way up is, 0 to 1; 1 for the subject's own.
    public var probability: Double
}
