/// Where a subject stands, and what says so.
public struct TimelineStatus: Hashable, Sendable {
    /// The entry that decided.
    public var entry: TimelineEntry
    /// What it comes to: the entry's own milestone, or `returning` for whatever happens to a return number short of
    /// its end.
    public var milestone: Milestone
    /// The latest entry of the subject's own that would decide without its carriers.
    public var own: TimelineEntry?
    /// A train it is planned on, while nothing confirms that it left with it.
    public var expected: Subject?
    /// For what customs keeps back: the train or carrier it is listed on all the same.
    public var listedOn: Subject?
    /// The carrier's own delivery, which delivers nothing that was inside: "container delivered to the warehouse,
    /// parcel not yet scanned".
    public var carrierDelivered: TimelineEntry?

    public var time: EventTime { entry.time }
    public var place: PlaceReference? { entry.place }
    public var side: String? { entry.side }
    public var inherited: Bool { entry.inherited }
    /// Whose event decided.
    public var subject: Subject { entry.subject }
    /// What the weakest link on the way to that event rests on; nil for an own event.
    public var basis: LinkBasis? { entry.basis }
    /// How probable the way to that event is, 0 to 1; below 1 only where a link on it was inferred.
    public var probability: Double { entry.probability }
}
