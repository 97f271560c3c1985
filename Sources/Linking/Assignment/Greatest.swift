/// The few greatest of many values, the greatest first; of equals the one with the smaller number.
struct Greatest {
    private(set) var entries: [(number: Int, value: Double)] = []
    private let most: Int

    init(_ most: Int) {
        self.most = most
        entries.reserveCapacity(most + 1)
    }

    mutating func insert(_ number: Int, _ value: Double) {
        if entries.count == most, let last = entries.last, !Self.precedes((number, value), last) { return }
        var position = entries.count
        while position > 0, Self.precedes((number, value), entries[position - 1]) { position -= 1 }
        entries.insert((number, value), at: position)
        if entries.count > most { entries.removeLast() }
    }

    private static func precedes(_ left: (number: Int, value: Double), _ right: (number: Int, value: Double)) -> Bool {
        left.value > right.value || (left.value == right.value && left.number < right.number)
    }
}
