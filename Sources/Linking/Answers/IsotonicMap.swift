/// A map of probabilities that never falls, straight between its knots.
public struct IsotonicMap: Hashable, Sendable {
    public struct Knot: Hashable, Sendable {
        public var stated: Double
        public var observed: Double

        public init(_ stated: Double, _ observed: Double) {
            self.stated = stated
            self.observed = observed
        }
    }

    /// By ascending stated probability; none for the identity.
    public var knots: [Knot]

    public init(_ knots: [Knot]) {
        self.knots = knots
    }

    public static let identity = IsotonicMap([])

    public func callAsFunction(_ stated: Double) -> Double {
        guard let first = knots.first, let last = knots.last else { return stated }
        guard stated > first.stated else {
            return first.stated > 0 ? first.observed * stated / first.stated : first.observed
        }
        guard stated < last.stated else { return last.observed }
        let above = knots.firstIndex { $0.stated >= stated } ?? knots.count - 1
        let low = knots[above - 1], high = knots[above]
        guard high.stated > low.stated else { return high.observed }
        return low.observed + (high.observed - low.observed) * (stated - low.stated) / (high.stated - low.stated)
    }
}
