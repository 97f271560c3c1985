/// Finds what somebody meant to write.
enum NearestName {
    /// The known name closest to a mistyped one, if it is close enough to be worth suggesting.
    static func of(_ typed: String, among known: [String]) -> String? {
        let typed = Array(typed.lowercased().replacing("-", with: "_").unicodeScalars.prefix(64))
        let ranked = known.map { (name: $0, distance: distance(typed, Array($0.unicodeScalars))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }),
            best.distance <= max(1, min(3, best.name.count / 2))
        else { return nil }
        return best.name
    }

    /// Edits between two names, where two letters exchanged count as one edit.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int]()
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
