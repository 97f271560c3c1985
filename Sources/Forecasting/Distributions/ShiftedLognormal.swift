import Foundation

/// How long something takes: a least time and a lognormal remainder, as observed transit times look.
///
/// All times are in hours.
public struct ShiftedLognormal: Hashable, Sendable {
    /// The least time, 0 or more.
    public var least: Double
    /// The mean of the logarithm of what comes on top.
    public var mu: Double
    /// The deviation of that logarithm, above 0.
    public var sigma: Double

    public init(least: Double, mu: Double, sigma: Double) {
        self.least = least
        self.mu = mu
        self.sigma = sigma
    }

    /// - Parameter median: of what comes on top of the least time, above 0.
    public init(least: Double, median: Double, sigma: Double) {
        self.init(least: least, mu: log(median), sigma: sigma)
    }

    public var mean: Double { least + exp(mu + sigma * sigma / 2) }

    /// The probability that it takes longer than so many hours.
    public func survival(_ hours: Double) -> Double {
        guard hours > least else { return 1 }
        return StandardNormal.cumulative(-(log(hours - least) - mu) / sigma)
    }

    /// The hours that a share of all stays below; `share` lies between 0 and 1.
    public func quantile(_ share: Double) -> Double {
        least + exp(mu + sigma * StandardNormal.quantile(share))
    }

    /// The same in units of another clock: everything takes `factor` times as long.
    public func scaled(by factor: Double) -> ShiftedLognormal {
        ShiftedLognormal(least: least * factor, mu: mu + log(factor), sigma: sigma)
    }

    /// As nearly the same as can be said with another least time: the middle and the spread stay where they were.
    func rebased(to other: Double) -> ShiftedLognormal {
        guard other != least else { return self }
        func above(_ deviations: Double) -> Double {
            let hours = least + exp(mu + sigma * deviations) - other
            return log(max(hours, 0.05 * exp(mu)))
        }
        let (low, middle, high) = (above(-1), above(0), above(1))
        return ShiftedLognormal(least: other, mu: middle, sigma: max((high - low) / 2, 0.05))
    }
}
