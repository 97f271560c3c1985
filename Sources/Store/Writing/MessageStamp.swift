/// Orders what one source said at different times, the same in whatever order the messages reach the store.
struct MessageStamp: Comparable {
    /// UTC milliseconds.
    var receivedAt: Int64
    /// Decides between messages of the same millisecond.
    var sha256: [UInt8]

    static func < (left: MessageStamp, right: MessageStamp) -> Bool {
        if left.receivedAt != right.receivedAt { return left.receivedAt < right.receivedAt }
        return left.sha256.lexicographicallyPrecedes(right.sha256)
    }
}
