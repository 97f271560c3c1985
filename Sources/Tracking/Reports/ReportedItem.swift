/// One repeating element of a message, the unit of accounting, with everything it says.
public struct ReportedItem: Sendable {
    /// Where in the message it stands: `line 12`, `$[3]`.
    public var position: String
    public var events: [ReportedEvent]
    public var links: [ReportedLink]
    public var aliases: [ReportedAlias]
    public var facts: [ReportedFact]
    public var watches: [ReportedWatch]
    public var retractions: [ReportedRetraction]
    public var undoings: [ReportedUndoing]
    /// Rows of the item that could not be taken, each with its reason; the others are taken.
    public var problems: [RowProblem]

    public init(
        position: String, events: [ReportedEvent] = [], links: [ReportedLink] = [],
        aliases: [ReportedAlias] = [], facts: [ReportedFact] = [], watches: [ReportedWatch] = [],
        retractions: [ReportedRetraction] = [], undoings: [ReportedUndoing] = [], problems: [RowProblem] = []
    ) {
        self.position = position
        self.events = events
        self.links = links
        self.aliases = aliases
        self.facts = facts
        self.watches = watches
        self.retractions = retractions
        self.undoings = undoings
        self.problems = problems
    }

    /// Whether the item says anything that can be taken.
    public var saysSomething: Bool {
        !(events.isEmpty && links.isEmpty && aliases.isEmpty && facts.isEmpty && watches.isEmpty)
            || !(retractions.isEmpty && undoings.isEmpty)
    }
}
