/// A source that tells something by itself, such as a folder into which an agent's tables come, and when it should.
public struct AwaitedSource: Hashable, Sendable {
    /// What a person calls it: the folder.
    public var name: String
    /// Nil when nothing is missed however long it says nothing.
    public var deadline: Deadline?
    /// IANA name of the zone whose clock and days are meant.
    public var zone: String
    /// When it was first waited for; nil when nobody has yet.
    public var awaitedSince: Instant?
    /// When it last told something that could be used; a file that was rejected tells nothing.
    public var lastArrival: Instant?

    public init(
        name: String, deadline: Deadline?, zone: String, awaitedSince: Instant? = nil, lastArrival: Instant? = nil
    ) {
        self.name = name
        self.deadline = deadline
        self.zone = zone
        self.awaitedSince = awaitedSince
        self.lastArrival = lastArrival
    }

    /// The deadline by which it should tell something again; nil when none is known.
    public var expectedAt: Instant? {
        guard let deadline, let since = awaitedSince ?? lastArrival else { return nil }
        return deadline.next(after: lastArrival, since: since, zone: zone)
    }

    /// The first deadline that it missed and has not made good; nil when it is not late.
    public func lateSince(now: Instant) -> Instant? {
        expectedAt.flatMap { $0 <= now ? $0 : nil }
    }
}

extension Sequence<AwaitedSource> {
    /// The sources that did not come, the longest overdue first.
    public func lateSources(now: Instant) -> [LateSource] {
        compactMap { source in source.lateSince(now: now).map { LateSource(source: source, since: $0) } }
            .sorted { ($0.since, $0.source.name) < ($1.since, $1.source.name) }
    }
}
