/// A link as a timeline used it: what it rests on, when it held, and why it carried nothing where it did not.
public struct TimelineLink: Hashable, Sendable {
    public var link: Link
    /// The stored basis, or what a paper is by when it came.
    public var basis: LinkBasis
    /// When the child was inside, as worked out from what is known; nil where nothing bounds it, and both nil together
    /// with `holds` false where it never was.
    public var from: Instant?
    public var until: Instant?
    /// Whether there is any time at which the link held.
    public var holds: Bool
    /// False for what is only planned.
    public var confirmed: Bool
    /// The message of the claim that outranks this one.
    public var outrankedBy: MessageID?
    /// Whether another claim of the same weight contradicts it.
    public var inConflict: Bool
    /// Whether a person says that it is not so; also true of that word itself, whose probability is 0.
    public var denied: Bool

    /// Whether events were taken through it.
    public var carries: Bool { holds && confirmed && outrankedBy == nil && !inConflict }

    /// Whether it carries less, or not as long.
    func isWeaker(than other: TimelineLink) -> Bool {
        guard carries else { return other.carries }
        return other.carries && until ?? .init(milliseconds: .max) < other.until ?? .init(milliseconds: .max)
    }

    init(_ claim: Claim) {
        link = claim.link
        basis = claim.basis
        let begin = claim.spans.map(\.from).min()
        let end = claim.spans.map(\.to).max()
        from = begin == Span.always.from ? nil : begin
        until = end == Span.always.to ? nil : end
        holds = !claim.spans.isEmpty
        confirmed = claim.isConfirmed
        outrankedBy = claim.outrankedBy
        inConflict = claim.isInConflict
        denied = claim.isDenied
    }
}
