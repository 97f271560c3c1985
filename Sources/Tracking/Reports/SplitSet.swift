/// A customs filing that was split into parts, and which of them have come.
///
/// Each part states a fact `part:607:COP20261120001:9/9` of the paper it belongs to: the kind of message, the sender's
/// number of the filing, which part it is and of how many (GACC 202205: msgSeqNo and msgCount). A part whose counts
/// cannot be true states `part:607:COP20261120001:?`.
public struct SplitSet: Hashable, Sendable {
    /// The kind of message, for instance `607`.
    public var message: String
    /// The sender's own number of the filing.
    public var number: String
    /// How many parts there are; nil where the parts contradict each other, or one of them cannot be true.
    public var count: Int?
    /// Parts that are here, from 1, in order.
    public var parts: [Int]

    public init(message: String, number: String, count: Int?, parts: [Int]) {
        self.message = message
        self.number = number
        self.count = count
        self.parts = parts
    }

    /// Parts that have not come, in order; nil where the count is not known.
    public var missing: [Int]? {
        count.map { count in (1...max(1, count)).filter { !parts.contains($0) } }
    }

    /// The sets that facts tell of, in a fixed order. Facts of other names are passed over.
    public static func all(in facts: some Sequence<Fact>) -> [SplitSet] {
        var found: [[String]: (parts: Set<Int>, counts: Set<Int>, isDoubtful: Bool)] = [:]
        for fact in facts where fact.value != "withdrawn" {
            guard let part = Part(fact.name) else { continue }
            var known = found[part.key] ?? ([], [], false)
            if let number = part.number, let count = part.count {
                known.parts.insert(number)
                known.counts.insert(count)
            } else {
                known.isDoubtful = true
            }
            found[part.key] = known
        }
        return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, known in
            let isCertain = !known.isDoubtful && known.counts.count == 1
            return SplitSet(
                message: key[0], number: key[1], count: isCertain ? known.counts.first : nil,
                parts: known.parts.sorted())
        }
    }

    /// The name of a fact, taken apart.
    private struct Part {
        var key: [String]
        var number: Int?
        var count: Int?

        init?(_ name: String) {
            let pieces = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard pieces.count == 4, pieces[0] == "part" else { return nil }
            key = [pieces[1], pieces[2]]
            let numbers = pieces[3].split(separator: "/").compactMap { Int($0) }
            guard numbers.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1], numbers[1] <= Self.most else { return }
            (number, count) = (numbers[0], numbers[1])
        }

        /// More parts than any filing has; a count beyond it is a slip.
        private static let most = 100_000
    }
}
