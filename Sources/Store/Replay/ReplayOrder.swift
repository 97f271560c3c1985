public import Tracking

/// What a replay is to do, and who wants it.
public struct ReplayOrder: Sendable {
    public var limits: ReplayLimits
    /// Who asks for it; the correction's source.
    public var person: String
    public var now: Instant
    /// Terms of the sources that were derived; nil for all.
    public var sources: Set<Int64>?
    /// Messages that cannot be read again: what they said stays.
    public var unreadable: Set<MessageID> = []

    public init(limits: ReplayLimits, person: String, now: Instant) {
        self.limits = limits
        self.person = person
        self.now = now
    }
}
