/// A source that did not come.
public struct LateSource: Hashable, Sendable {
    public var source: AwaitedSource
    /// The first deadline that passed without it.
    public var since: Instant

    public init(source: AwaitedSource, since: Instant) {
        self.source = source
        self.since = since
    }
}
