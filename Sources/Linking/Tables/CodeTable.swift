/// Texts as small numbers, so that inner loops compare integers.
struct CodeTable: Sendable {
    private var numbers: [String: Int] = [:]

    /// The number of a text, given out anew where it has none; -1 for none.
    mutating func number(_ text: String?) -> Int {
        guard let text else { return -1 }
        if let known = numbers[text] { return known }
        numbers[text] = numbers.count
        return numbers.count - 1
    }

    var count: Int { numbers.count }
}
