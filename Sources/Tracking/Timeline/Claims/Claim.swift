/// A link as the rules see it: what it rests on, whether it is borne out, when it holds, and what it competes with.
struct Claim {
    let link: Link
    let basis: LinkBasis
    /// False only for a plan that nothing has borne out: listed is not aboard.
    let isConfirmed: Bool
    var spans: [Span]
    /// The moment it is about: the departure, or else when it begins or was told.
    var about = Instant(milliseconds: .min)
    var outrankedBy: MessageID?
    var isInConflict = false
    /// Whether a person says that it is not so, or it is that word itself.
    var isDenied = false

    /// What the link rests on when it carries events: a plan that the carrier's own events bear out is as good as a
    /// paper of the time.
    var carryingBasis: LinkBasis { basis == .planned && isConfirmed ? .declared : basis }

    /// Whether events come through it.
    var carries: Bool { isConfirmed && outrankedBy == nil }
}

extension LinkBasis {
    /// Greater outranks.
    var rank: Int {
        switch self {
        case .byHand: 4
        case .observed: 3
        case .declared: 2
        case .inferred: 1
        case .planned: 0
        }
    }
}
