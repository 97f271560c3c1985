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
    /// What each message says, sorted by message.
    public var sides: [Side]

    init(_ kind: Kind, _ subjects: [Subject], messages: Set<MessageID>, reason: String, sides: [Side] = []) {
        self.kind = kind
        self.subjects = subjects
        self.messages = messages.sorted()
        self.reason = reason
        self.sides = Set(sides).sorted(by: Side.precedes)
    }
}

extension Conflict {
    /// One of the messages that cannot all be right, and what it says.
    public struct Side: Hashable, Sendable {
        public var message: MessageID
        /// Who sent it.
        public var source: String
        /// For a person; holds numbers and place codes as they were told.
        public var says: String

        init(_ claim: Claim) {
            message = claim.link.message
            source = claim.link.source
            let word = claim.link.parent.kind == .train ? "on" : "in"
            let from = claim.link.from.map { " from \($0.iso8601)" } ?? ""
            let probability = claim.basis == .inferred ? " \(claim.link.probability)" : ""
            says = "\(claim.link.child) \(word) \(claim.link.parent)\(from), \(claim.basis.rawValue)\(probability)"
        }

        init(_ read: ReadEvent) {
            let event = read.event
            message = event.message
            source = event.source
            let place = (event.place?.text ?? read.country).map { " at \($0)" } ?? ""
            says = "\(event.subject) \(read.milestone.rawValue)\(place) \(event.time.iso8601)"
        }

        init(_ alias: Alias) {
            message = alias.message
            source = alias.source
            says = "\(alias.alias) is the \(alias.role.rawValue) number of \(alias.subject)"
        }

        static func precedes(_ left: Side, _ right: Side) -> Bool {
            if left.message != right.message { return left.message < right.message }
            return (left.source, left.says) < (right.source, right.says)
        }
    }
}

extension Conflict {
    static func precedes(_ left: Conflict, _ right: Conflict) -> Bool {
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        if left.messages != right.messages { return left.messages.lexicographicallyPrecedes(right.messages) }
        return left.reason < right.reason
    }
}
