import Linking

extension IsotonicMap {
    /// The map without the knots that lie on the line between their neighbours, within a tolerance.
    func thinned(_ tolerance: Double) -> IsotonicMap {
        guard let first = knots.first else { return self }
        var kept = [first]
        var passed: [Knot] = []
        for knot in knots.dropFirst() {
            let line = IsotonicMap([kept[kept.count - 1], knot])
            if passed.contains(where: { abs(line($0.stated) - $0.observed) > tolerance }), let last = passed.last {
                kept.append(last)
                passed = []
            }
            passed.append(knot)
        }
        return IsotonicMap(kept + passed.suffix(1))
    }
}
