public import Tracking

/// What the database holds about one subject itself, apart from what it shares with others: its numbers, its papers,
/// its own events, and in what it is carried.
///
/// Two subjects with equal patterns have the same timeline but for the numbers of their own: a train of 200,000
/// parcels has a few hundred patterns, and each needs one timeline.
public struct Situation {
    /// What is the same for all who travel alike. Shared carriers stand in it by their number in the database; the
    /// subject itself, its other numbers and its papers by what is known of them.
    public struct Pattern: Hashable {
        var numbers: [Int64] = []
        var texts: [String] = []
    }

    /// A fact of the subject, told under any of its numbers.
    public struct Stated: Hashable {
        public var name: String
        public var value: String
        public var unit: String?
        public var source: Int64
        /// When it was last told.
        public var toldAt: Int64
        /// Tells facts that were stated together from others of the same source.
        public var row: Int
    }

    /// Another number of the subject.
    public struct Number: Hashable {
        public var role: AliasRole
        public var id: Int64
    }

    public var stored: StoredSubject
    public var pattern = Pattern()
    /// The subject, its other numbers and its papers, in the order of the pattern.
    public var own: [Int64] = []
    public var facts: [Stated] = []
    public var numbers: [Number] = []
    /// The papers that the subject itself stands on, under any of its numbers.
    public var papers: [Int64] = []
    /// The first message, of those believed at this moment of knowledge, that speaks of it; nil where none does.
    public var firstMessage: MessageID?

    /// Whether anything believed at this moment of knowledge speaks of it.
    public var isKnown: Bool { firstMessage != nil }

    init(stored: StoredSubject) {
        self.stored = stored
    }

    /// The value that was told last under a name.
    public func fact(_ name: String) -> String? {
        latest(name)?.value
    }

    /// The fact that was told last under a name; of two told at once, the greater, so that the order does not matter.
    public func latest(_ name: String) -> Stated? {
        var found: Stated?
        for fact in facts where fact.name == name {
            if let known = found, (known.toldAt, known.value) >= (fact.toldAt, fact.value) { continue }
            found = fact
        }
        return found
    }
}
