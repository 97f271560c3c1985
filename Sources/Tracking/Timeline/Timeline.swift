/// The events of a subject, its own and those of whatever carried it while it carried it, and the status they give.
///
/// A pure function of a dossier: any order of the same links and events gives an equal timeline.
public struct Timeline: Hashable, Sendable {
    /// What the asked number stands for, or the asked number where several subjects share it.
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
    /// The other numbers of the subject, each once, by what they are for.
    public var numbers: [TimelineNumber]
    /// The subjects that share the asked number, which then has only news of its own; empty for any other number.
    public var standsFor: [Subject]
    /// As what they share it.
    public var sharedAs: AliasRole?
    /// The claims behind `numbers`.
    public var aliases: [Alias]
    public var facts: [Fact]
    /// From when on news of its last-mile numbers counts; nil before anything says that it has come so far, and for
    /// what has no such number.
    public var lastMileOpensAt: Instant?
    /// Where the parcel became several pieces and not all of them are delivered.
    public var pieces: Pieces?
    /// Where the containers of the consignment are, for what no paper puts in one of them.
    public var split: Split?
    /// How an earlier journey under the same number ended, where the number was given out again.
    public var earlierLife: EarlierLife?
    /// What it may be in or on, where that is not known: the best of each kind, containers first.
    public var candidates: [Candidate] = []
    /// The carriers that are believed by inference alone, each with the probability of the whole way to it.
    public var beliefs: [Subject: Double] = [:]

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
        expected: [Subject], conflicts: [Conflict], numbers: [TimelineNumber], standsFor: [Subject],
        aliases: [Alias], facts: [Fact]
    ) {
        self.subject = subject
        self.status = status
        self.entries = entries
        self.links = links
        self.expected = expected
        self.conflicts = conflicts
        self.numbers = numbers
        self.standsFor = standsFor
        self.aliases = aliases
        self.facts = facts
    }
}
