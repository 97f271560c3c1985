/// How much of a message is read before it is refused.
public struct DecodingLimits: Sendable, Hashable {
    /// Bytes of a whole message.
    public var totalBytes = 512 << 20
    /// Bytes of one item.
    public var itemBytes = 1 << 20
    /// Items of one message.
    public var items = 5_000_000
    /// Arrays and objects inside one another.
    public var depth = 64
    /// Bytes of one segment of an EDIFACT message.
    public var segmentBytes = 64 << 10
    /// Segments of one EDIFACT message: its trailer counts them in six digits (ISO 9735, element 0074).
    public var messageSegments = 999_999
    /// Bytes that one part of an archive may become.
    public var partBytes = 1 << 30
    /// How many times larger than its compressed form a part may become, once it is larger than `freeInflation`.
    public var inflationRatio = 120
    /// Bytes up to which a part may grow however it likes.
    public var freeInflation = 32 << 20

    public init() {}
}
