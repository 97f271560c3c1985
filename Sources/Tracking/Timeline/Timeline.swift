/// The events of a subject, its own and those of whatever carried it while it carried it, and the status they give.
///
/// A pure function of a dossier: any order of the same links and events gives an equal timeline.
public struct Timeline: Hashable, Sendable {
    public var subject: Subject
    /// Nil while nothing that happened is known.
    public var status: TimelineStatus?
    /// By time, then by the order of milestones; a day stands after everything of that day that comes before it in a
    /// journey.
    public var entries: [TimelineEntry]
    /// Every claim on the way up, also those that carry nothing.
    public var links: [TimelineLink]
    /// Trains that are planned and not confirmed, the latest plan first.
    public var expected: [Subject]
    /// The carrier's own delivery within the journey; never an entry, for it delivers nothing that was inside.
    public var carrierDelivered: TimelineEntry?
    public var conflicts: [Conflict]
    public var aliases: [Alias]
    public var facts: [Fact]

    /// Derives the timeline.
    ///
    /// - Parameters:
    ///   - dossier: everything known that bears on the subject.
    ///   - places: looks up a place of ours; nil for one that we do not know.
    public init(_ dossier: Dossier, places: (PlaceReference) -> Place?) {
        self = TimelineBuilder(dossier, places: places).timeline()
    }

    init(
        subject: Subject, status: TimelineStatus?, entries: [TimelineEntry], links: [TimelineLink],
        expected: [Subject], carrierDelivered: TimelineEntry?, conflicts: [Conflict], aliases: [Alias],
        facts: [Fact]
    ) {
        self.subject = subject
        self.status = status
        self.entries = entries
        self.links = links
        self.expected = expected
        self.carrierDelivered = carrierDelivered
        self.conflicts = conflicts
        self.aliases = aliases
        self.facts = facts
    }
}
