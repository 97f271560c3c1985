import Foundation

extension ShiftedLognormal {
    /// How many observations a prior's middle is worth; a prior knows orders of magnitude and no more.
    private static let middleWeight = 1.0
    /// How many observations a prior's spread is worth: a few that happen to agree are no certainty.
    private static let spreadWeight = 3.0
    private static let rounds = 40

    /// Learns from what was observed, shrunk towards what was believed before: few observations change little.
    ///
    /// The expectation-maximisation of an interval-censored lognormal: of a span, the mean and the square of the
    /// logarithm are those that the parameters of the round before give it within its bounds. The least time is
    /// four fifths of the shortest seen, which keeps the shortest possible.
    public func learning(from spans: [ObservedSpan]) -> ShiftedLognormal {
        let over = spans.filter { $0.isOver && $0.high > 0 }
        guard let shortest = over.map(\.middle).min(), shortest > 0 else { return self }
        let count = Double(over.count)
        let blended = (Self.middleWeight * least + count * 0.8 * shortest) / (Self.middleWeight + count)
        let prior = rebased(to: min(blended, 0.9 * shortest))
        let typical = over.map { log(max($0.middle - prior.least, 1e-3)) }.reduce(0, +) / count
        // A prior that is out by more than what it could mean pulls no harder than one at the edge of that.
        let middle = min(max(prior.mu, typical - 1), typical + 1)
        let believed = ShiftedLognormal(least: prior.least, mu: middle, sigma: min(max(prior.sigma, 0.3), 0.8))
        var current = ShiftedLognormal(least: prior.least, mu: typical, sigma: believed.sigma)
        for _ in 0..<Self.rounds {
            let next = current.improved(by: spans, prior: believed)
            let isSettled = abs(next.mu - current.mu) < 1e-6 && abs(next.sigma - current.sigma) < 1e-6
            current = next
            if isSettled { break }
        }
        return current
    }

    private func improved(by spans: [ObservedSpan], prior: ShiftedLognormal) -> ShiftedLognormal {
        var (count, sum, squares) = (0.0, 0.0, 0.0)
        for span in spans {
            guard let moments = logMoments(span) else { continue }
            count += 1
            sum += moments.mean
            squares += moments.square
        }
        let middle = (Self.middleWeight * prior.mu + sum) / (Self.middleWeight + count)
        let spread = max(squares - 2 * middle * sum + count * middle * middle, 0)
        let variance = (Self.spreadWeight * prior.sigma * prior.sigma + spread) / (Self.spreadWeight + count)
        return ShiftedLognormal(least: least, mu: middle, sigma: max(variance, 0.0025).squareRoot())
    }

    /// The mean and the mean square of the logarithm of what came on top of the least time in a span.
    private func logMoments(_ span: ObservedSpan) -> (mean: Double, square: Double)? {
        let high = span.high - least
        guard high > 0 else { return nil }
        let low = max(span.low - least, 1e-6)
        if span.isOver, high - low < 0.02 * high {
            let value = log((low + high) / 2)
            return (value, value * value)
        }
        let bounds = (log(low) - mu, span.isOver ? log(high) - mu : Double.infinity)
        guard let z = StandardNormal.moments(between: bounds.0 / sigma, and: bounds.1 / sigma) else {
            // As far out as the numbers reach: the nearer end is where it will have been.
            let value = log(bounds.0 > 0 ? low : high)
            return (value, value * value)
        }
        return (mu + sigma * z.mean, mu * mu + 2 * mu * sigma * z.mean + sigma * sigma * z.square)
    }
}
