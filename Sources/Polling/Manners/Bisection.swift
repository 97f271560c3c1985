/// Finds the numbers that keep a batch from being answered, by asking halves of what failed.
///
/// It never asks the whole again, goes no deeper than the logarithm of its size, and tells which failures say that the
/// trouble is the carrier's after all.
struct Bisection<Number: Sendable>: Sendable {
    /// A part of the batch to ask about.
    struct Part: Sendable {
        var numbers: [Number]
        /// Which halving it comes from; its sibling comes from the same.
        fileprivate var halving: Int
    }

    private var waiting: [Part] = []
    /// How often a part of each halving has failed.
    private var failures: [Int] = []
    /// Single numbers that failed.
    private(set) var suspects: [Number] = []

    /// - Parameter batch: the numbers that failed together, two or more.
    init(_ batch: [Number]) {
        halve(batch)
    }

    /// The next part to ask about, those of one halving one after the other; nil when all are told of.
    mutating func next() -> Part? {
        waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// A part failed as the batch did. Returns how many failures that are the carrier's: as long as its sibling is
    /// answered, none.
    mutating func failed(_ part: Part) -> Int {
        failures[part.halving] += 1
        if part.numbers.count > 1 { halve(part.numbers) } else { suspects += part.numbers }
        return failures[part.halving] == 2 ? 2 : 0
    }

    /// A part that is not asked about as it is, since it is known to fail: its halves are.
    mutating func skip(_ part: Part) {
        if part.numbers.count > 1 { halve(part.numbers) } else { suspects += part.numbers }
    }

    /// What was not asked about yet.
    var rest: [Number] { waiting.flatMap(\.numbers) }

    private mutating func halve(_ numbers: [Number]) {
        let middle = (numbers.count + 1) / 2
        waiting += [numbers[..<middle], numbers[middle...]].map { Part(numbers: Array($0), halving: failures.count) }
        failures.append(0)
    }
}
