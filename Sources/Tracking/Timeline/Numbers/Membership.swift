/// What one of a subject's numbers is for.
struct Membership: Hashable {
    /// Nil for the principal number.
    var role: AliasRole?
    /// When it was first said to be the subject's.
    var since: Instant?
    /// From when until when the number is this subject's, where that is bounded: local numbers are used again.
    var from: Instant?
    var until: Instant?
    /// Whether others go by it at the same time.
    var isShared: Bool

    /// Whether the number belongs to a leg after the line haul: its news counts only once that leg has begun.
    var isLaterLeg: Bool { role?.isLaterLeg ?? false }

    /// Whether what is told of the number is told of the subject: an order of three parcels is none of them, and a
    /// line-haul number that two parcels claim is nobody's; but what happens to a combined parcel happens to all in it.
    var speaksForSubject: Bool { !isShared || isLaterLeg }

    /// When the number is the subject's.
    var window: Span { Span(from: from ?? Span.always.from, to: until ?? Span.always.to) }

    func contains(_ event: ReadEvent) -> Bool {
        from.map { event.latest >= $0 } ?? true && until.map { event.at <= $0 } ?? true
    }
}
