public import Tracking

/// One of several numbers that travel together.
public struct Companion: Sendable, Hashable {
    public var number: Int64
    /// The latest thing that is known to have happened to it; nil where nothing is known.
    public var lastEvent: Instant?
    public var lastAsked: Instant?

    public init(number: Int64, lastEvent: Instant?, lastAsked: Instant?) {
        self.number = number
        self.lastEvent = lastEvent
        self.lastAsked = lastAsked
    }
}
