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

    public init() {}
}
