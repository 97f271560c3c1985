import Tracking

/// A customs message that was sent in parts, of which some are not here: no total of it can be stated.
struct IncompleteSet: Hashable {
    /// What the set is about: a consignment or a declaration.
    var subject: Subject
    /// The message: `607`.
    var message: String
    var missing: [Int]
    var count: Int

    /// Whether the fact of this name says that a part came: `607 part 9 of 9`.
    static func names(_ fact: String) -> Bool { fact.contains(" part ") }

    /// Nil for a name that says no such thing.
    static func part(_ fact: String) -> (message: String, number: Int, count: Int)? {
        let words = fact.split(separator: " ").map(String.init)
        guard let at = words.firstIndex(of: "part"), at > 0, words.count == at + 4, words[at + 2] == "of",
            let number = Int(words[at + 1]), let count = Int(words[at + 3]), (1...9999).contains(count),
            (1...count).contains(number)
        else { return nil }
        return (words[..<at].joined(separator: " "), number, count)
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
