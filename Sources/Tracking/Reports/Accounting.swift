/// What became of the items of a message. The counts are always equal:
/// items = mapped + duplicate + unmapped + rejected.
public struct Accounting: Hashable, Sendable {
    /// Counted by the decoder.
    public var items: Int
    /// Said something new.
    public var mapped: Int
    /// Said only what was known.
    public var duplicate: Int
    /// Said nothing we have a word for.
    public var unmapped: Int
    /// Nothing of it could be taken.
    public var rejected: Int

    public init(items: Int = 0, mapped: Int = 0, duplicate: Int = 0, unmapped: Int = 0, rejected: Int = 0) {
        self.items = items
        self.mapped = mapped
        self.duplicate = duplicate
        self.unmapped = unmapped
        self.rejected = rejected
    }

    public var isBalanced: Bool { items == mapped + duplicate + unmapped + rejected }

    public static func + (left: Accounting, right: Accounting) -> Accounting {
        Accounting(
            items: left.items + right.items, mapped: left.mapped + right.mapped,
            duplicate: left.duplicate + right.duplicate, unmapped: left.unmapped + right.unmapped,
            rejected: left.rejected + right.rejected)
    }
}
