/// A dated claim, with its message, that one subject was carried in another.
public struct Link: Hashable, Sendable {
    public var child: Subject
    public var parent: Subject
    /// Only what the message itself says; papers seldom give times.
    public var from: EventTime?
    public var until: EventTime?
    /// Nil for a paper: whether it declares or plans depends on whether it came before the departure.
    public var basis: LinkBasis?
    /// 0 to 1; below 1 only for what was inferred, and 0 where a person denies it.
    public var probability: Double
    public var source: String
    public var message: MessageID
    /// When the message was received; of an inferred link, when it was worked out.
    public var recordedAt: Instant
    /// Why an inferred link is believed, the weightiest first; empty for what somebody said.
    public var evidence: [LinkEvidence]
    /// The departure that an inferred link is about, for it may be worked out long afterwards.
    public var departure: Instant?

    /// Whether it is the word of a person that the child was never in the parent.
    public var isDenial: Bool { basis == .byHand && probability == 0 }

    /// When the claim is about, as far as it says itself; else when it was made.
    var about: Instant { from?.instant ?? departure ?? recordedAt }

    /// Whether it is only one of the possibilities: inferred, and not sure enough for anything to be told by it.
    public var isCandidate: Bool { basis == .inferred && !Belief.counts(probability) }

    public init(
        child: Subject, parent: Subject, from: EventTime? = nil, until: EventTime? = nil,
        basis: LinkBasis? = nil, probability: Double = 1, source: String, message: MessageID,
        recordedAt: Instant, evidence: [LinkEvidence] = [], departure: Instant? = nil
    ) {
        self.child = child
        self.parent = parent
        self.from = from
        self.until = until
        self.basis = basis
        self.probability = probability
        self.source = source
        self.message = message
        self.recordedAt = recordedAt
        self.evidence = evidence
        self.departure = departure
    }
}
