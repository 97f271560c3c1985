/// Two things told that cannot both be true.
///
/// Nothing is resolved silently: both messages are named.
public struct Conflict: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// One child in two carriers of a kind at once.
        case twoCarriers = "two-carriers"
        /// A scan where the carrier cannot have brought the child.
        case unexplainedScan = "unexplained-scan"
        /// Customs rejected or holds what is listed on something that left.
        case heldThoughListed = "held-though-listed"
        /// A last-mile carrier handled the parcel before its leg can have begun.
        case earlyLastMile = "early-last-mile"
        /// Several subjects are said to go by a number that is of one thing alone.
        case doubtfulNumber = "doubtful-number"
        /// A paper says one thing, and very good evidence another.
        case inferredOtherwise = "inferred-otherwise"
    }

    public var kind: Kind
    /// What the two messages speak of: the two carriers, or the scanned thing and its carrier.
    public var subjects: [Subject]
    /// Both messages; one, where a single message contradicts itself.
    public var messages: [MessageID]
    /// What cannot be true, for a person; holds numbers and place codes as they were told.
    public var reason: String

    init(_ kind: Kind, _ subjects: [Subject], messages: Set<MessageID>, reason: String) {
        self.kind = kind
        self.subjects = subjects
        self.messages = messages.sorted()
        self.reason = reason
    }
}

extension Conflict {
    static func precedes(_ left: Conflict, _ right: Conflict) -> Bool {
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        if left.messages != right.messages { return left.messages.lexicographicallyPrecedes(right.messages) }
        return left.reason < right.reason
    }
}
