import Tracking

/// A customs message that was sent in parts, of which some are not here: no total of it can be stated.
struct IncompleteSet: Hashable {
    /// What the set is about: a consignment or a declaration.
    var subject: Subject
    /// The message: `607`.
    var message: String
    var missing: [Int]
    var count: Int

    /// What a fact says of one part: `part:607:COP20261120001:9/9` with the value `here`.
    struct Part {
        var message: String
        /// The sender's number of the set.
        var filing: String
        var number: Int
        var count: Int
    }

    /// Whether a fact of this name may say that a part came.
    static func names(_ fact: String) -> Bool { fact.hasPrefix("part:") }

    /// Nil for a name that says no such thing, and for counts that cannot be true.
    static func part(_ fact: String) -> Part? {
        let words = fact.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard words.count >= 4, words[0] == "part", let counts = words.last?.split(separator: "/"), counts.count == 2,
            let number = Int(counts[0]), let count = Int(counts[1]), (1...9999).contains(count),
            (1...count).contains(number)
        else { return nil }
        return Part(
            message: words[1], filing: words[2..<words.count - 1].joined(separator: ":"), number: number, count: count)
    }

    /// For people: `607 of consignment 30916478: part 1–8 of 9 not here`.
    var text: String {
        var ranges: [ClosedRange<Int>] = []
        for number in missing {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        let parts = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        return
            "\(message) of \(subject.kind.rawValue) \(subject.code): part \(parts.joined(separator: ", ")) of \(count) not here"
    }
}
