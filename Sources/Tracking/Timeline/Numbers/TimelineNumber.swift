/// Another number that a subject goes by.
public struct TimelineNumber: Hashable, Sendable {
    public var subject: Subject
    public var role: AliasRole
    /// Since when it is the subject's, where that was told.
    public var from: EventTime?
    /// When it was first told.
    public var recordedAt: Instant
    /// The first instant at which it was no longer the subject's, where it was given out again.
    public var until: Instant?
    /// Whether others go by it too: an order of several parcels, a label of several combined.
    public var isShared: Bool
    /// Everybody who told it, sorted.
    public var sources: [String]
}

extension Identity {
    /// The numbers besides the principal one, in a fixed order.
    func numbers(_ claims: [Alias]) -> [TimelineNumber] {
        let claims = claims.filter { contains($0.subject) && contains($0.alias) }
        return ordered.dropFirst().compactMap { number in
            guard let membership = members[number], let role = membership.role else { return nil }
            let own = claims.filter { $0.alias == number }
            // A tied number is nobody's alias; it was first told when it was said to have the number that ties it.
            let telling = (own.isEmpty ? claims.filter { $0.subject == number } : own).sorted(by: Alias.precedes)
            guard let first = telling.first else { return nil }
            return TimelineNumber(
                subject: number, role: role, from: first.from, recordedAt: first.recordedAt,
                until: membership.until, isShared: membership.isShared,
                sources: Set(telling.map(\.source)).sorted())
        }
    }
}
