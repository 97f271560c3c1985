import Foundation

/// The normal distribution with mean 0 and deviation 1.
enum StandardNormal {
    static func density(_ z: Double) -> Double {
        exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    }

    /// The probability of a value of at most `z`.
    static func cumulative(_ z: Double) -> Double {
        erfc(-z / 2.0.squareRoot()) / 2
    }

    /// The value that a share of all stays below, by bisection; `share` lies between 0 and 1.
    static func quantile(_ share: Double) -> Double {
        var (low, high) = (-9.0, 9.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if cumulative(middle) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The mean, and the mean of the square, of a value known to lie between two others; nil where nothing lies there
    /// as far as these numbers can tell.
    static func moments(between low: Double, and high: Double) -> (mean: Double, square: Double)? {
        // The tail of the side that loses no digits: beyond 8 deviations one side is 1 to the last bit.
        let mass = low > 0 ? cumulative(-low) - cumulative(-high) : cumulative(high) - cumulative(low)
        guard mass > 1e-290 else { return nil }
        let (first, last) = (density(low), density(high))
        let mean = (first - last) / mass
        let lowTerm = low.isFinite ? low * first : 0
        let highTerm = high.isFinite ? high * last : 0
        return (mean, 1 + (lowTerm - highTerm) / mass)
    }
}
