import Terminal
import Tracking

/// Says whether a filing that was split is whole, and what is missing of it.
struct SplitSetText {
    /// Stretches that are named before the rest is only counted.
    private static let named = 5

    func line(_ set: SplitSet) -> String {
        let name = "customs message \(SafeText.show(set.message)) \(SafeText.show(set.number)): "
        guard let count = set.count, let missing = set.missing else {
            return name + "its parts contradict each other on how many there are; whether it is complete is not known"
        }
        if missing.isEmpty { return name + "complete, \(count) parts" }
        return name + "\(set.parts.count) of \(count) parts are here; missing: \(Self.stretches(missing))"
    }

    /// `1-8, 12`.
    private static func stretches(_ numbers: [Int]) -> String {
        var stretches: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = stretches.last, last.upperBound == number - 1 {
                stretches[stretches.count - 1] = last.lowerBound...number
            } else {
                stretches.append(number...number)
            }
        }
        let shown = stretches.prefix(named).map { range in
            range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
        }
        return shown.joined(separator: ", ") + (stretches.count > named ? " and more" : "")
    }
}
