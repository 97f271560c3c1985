/// Everything known, at one moment of knowledge, that bears on one subject: its own events, the links on the way up,
/// and what happened to whatever may have carried it. Plain values, gathered by the store.
public struct Dossier: Sendable {
    public var subject: Subject
    /// Other numbers of the subject, and those it is another number of.
    public var aliases: [Alias]
    /// The links from the subject and from each carrier on the way up, to their parents.
    public var links: [Link]
    /// Live events of the subject, of its aliases, and of every subject in `links`.
    public var events: [Event]
    /// Facts of the subject and of its carriers (`unload`, `destination`, … of containers).
    public var facts: [Fact]

    public init(
        subject: Subject, aliases: [Alias] = [], links: [Link] = [], events: [Event] = [],
        facts: [Fact] = []
    ) {
        self.subject = subject
        self.aliases = aliases
        self.links = links
        self.events = events
        self.facts = facts
    }
}
