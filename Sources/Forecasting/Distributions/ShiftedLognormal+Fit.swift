import Foundation

extension ShiftedLognormal {
    /// How many observations a prior is worth.
    public static let priorWeight = 4.0
    private static let rounds = 40

    /// Learns from what was observed, shrunk towards what was believed before: few observations change little.
    ///
    /// The expectation-maximisation of an interval-censored lognormal: of a span, the mean and the square of the
    /// logarithm are those that the parameters of the round before give it within its bounds. The least time is
    /// four fifths of the shortest seen, which keeps the shortest possible.
    public func learning(from spans: [ObservedSpan], priorWeight: Double = priorWeight) -> ShiftedLognormal {
        let over = spans.filter { $0.isOver && $0.high > 0 }
        guard let shortest = over.map(\.middle).min(), shortest > 0 else { return self }
        let count = Double(over.count)
        let blended = (priorWeight * least + count * 0.8 * shortest) / (priorWeight + count)
        let prior = rebased(to: min(blended, 0.9 * shortest))
        var current = prior
        for _ in 0..<Self.rounds {
            let next = current.improved(by: spans, prior: prior, priorWeight)
            let isSettled = abs(next.mu - current.mu) < 1e-6 && abs(next.sigma - current.sigma) < 1e-6
            current = next
            if isSettled { break }
        }
        return current
    }

    private func improved(by spans: [ObservedSpan], prior: ShiftedLognormal, _ weight: Double) -> ShiftedLognormal {
        var (count, sum, squares) = (0.0, 0.0, 0.0)
        for span in spans {
            guard let moments = logMoments(span) else { continue }
            count += 1
            sum += moments.mean
            squares += moments.square
        }
        let newMu = (weight * prior.mu + sum) / (weight + count)
        let spread = squares - 2 * newMu * sum + count * newMu * newMu
        let offset = prior.mu - newMu
        let variance = (weight * (prior.sigma * prior.sigma + offset * offset) + spread) / (weight + count)
        return ShiftedLognormal(least: least, mu: newMu, sigma: max(variance, 0.0025).squareRoot())
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
