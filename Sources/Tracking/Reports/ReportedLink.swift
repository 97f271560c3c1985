/// A link as a message claims it.
public struct ReportedLink: Hashable, Sendable {
    public var child: Subject
    public var parent: Subject
    public var from: EventTime?
    public var until: EventTime?
    /// Nil for a paper, which declares or plans by when it came.
    public var basis: LinkBasis?
    /// Whether a person says that it is not so; then the basis is by hand.
    public var isDenied: Bool
    /// The sender takes back what it claimed so far; of a named claim, that claim for good.
    public var retracted: Bool
    /// The sender's own id of the event that says so. Claims of different events about one pair stand beside each other,
    /// as a stay that begins, one that ends, and a second stay; a claim without a name is the sender's only one.
    public var sourceID: String?

    public init(
        child: Subject, parent: Subject, from: EventTime? = nil, until: EventTime? = nil,
        basis: LinkBasis? = nil, isDenied: Bool = false, retracted: Bool = false,
        sourceID: String? = nil
    ) {
        self.child = child
        self.parent = parent
        self.from = from
        self.until = until
        self.basis = basis
        self.isDenied = isDenied
        self.retracted = retracted
        self.sourceID = sourceID
    }
}
