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

extension Dossier {
    /// The consignments whose containers have to be known too, because no paper tells a container of the subject
    /// itself: the nearest on the way up first. Empty where a container is told.
    ///
    /// What is merely possible tells no container.
    public var consignmentsToOpen: [Subject] {
        guard [.parcel, .bag, .consignment].contains(subject.kind) else { return [] }
        let numbers = aliases.flatMap { [$0.subject, $0.alias] }.filter { $0.kind == subject.kind }
        var seen: Set<Subject> = [subject]
        var waiting = [subject] + Set(numbers).sorted { $0.precedes($1) }.filter { seen.insert($0).inserted }
        var consignments = subject.kind == .consignment ? [subject] : []
        var next = 0
        while next < waiting.count {
            let child = waiting[next]
            next += 1
            for link in links where link.child == child && !link.isDenial {
                if link.parent.kind == .container && !link.isCandidate { return [] }
                guard [.bag, .consignment].contains(link.parent.kind), seen.insert(link.parent).inserted else {
                    continue
                }
                waiting.append(link.parent)
                if link.parent.kind == .consignment { consignments.append(link.parent) }
            }
        }
        return consignments
    }
}
