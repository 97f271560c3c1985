import Foundation
public import Tracking

/// How urgent it is to ask about a number, by how long it has been waiting: the square root of half the hazard that its
/// next event becomes visible, summed up.
///
/// The price of a question is in hours of delay, and so is what waiting costs. The best moments to ask lie where the
/// sum since the last question reaches the square root of the price (Keller 1974: checks by a density of
/// `sqrt(hazard / 2 price)`). A tenth of a flat hazard is mixed in, so that a wrong belief costs little.
public struct HazardCurve: Sendable {
    /// Hours of a cell.
    public static let cell = 0.25
    /// The share of a hazard that knows nothing.
    public static let flatShare = 0.10
    private static let mostCells = 3600

    /// The sum at the beginning of each cell.
    private let sums: [Float]
    /// What every cell behind the last adds.
    private let tail: Float
    private let pattern: HourPattern

    /// - Parameters:
    ///   - time: how long the leg takes.
    ///   - lag: how long the carrier takes to tell; nil where it tells at once.
    ///   - flatShare: from 0, where the times are known for sure, to 1.
    public init(
        _ time: ShiftedLognormal, lag: PublicationLag? = nil, pattern: HourPattern = HourPattern(),
        flatShare: Double = Self.flatShare
    ) {
        let lags = lag?.samples ?? [0]
        let mean = time.mean + lags.reduce(0, +) / Double(lags.count)
        var sums: [Float] = [0]
        var (before, increment) = (1.0, 0.0)
        for cell in 1...Self.mostCells {
            let end = Double(cell) * Self.cell
            let survival = lags.reduce(0) { $0 + time.survival(end - $1) } / Double(lags.count)
            // Where next to nothing is left, the last hazard that could be told holds on.
            guard survival > 1e-4 else { break }
            let hazard = min(log(before / survival) / Self.cell, 6 / mean)
            increment = ((1 - flatShare) * hazard + flatShare / mean) / 2
            increment = increment.squareRoot() * Self.cell
            sums.append((sums.last ?? 0) + Float(increment))
            before = survival
        }
        self.sums = sums
        // A leg that outlasts all that is believed of it is a wrong belief, or a number nobody tells of any more.
        tail = Float((1 / mean / 2).squareRoot() * Self.cell)
        self.pattern = pattern
    }

    /// The index of a number: how much has gathered since it was last asked about.
    ///
    /// - Parameters:
    ///   - last: when it was asked about.
    ///   - began: when the leg began.
    ///   - weight: how many numbers it stands for.
    public func index(from last: Instant, to now: Instant, began: Instant, weight: Double) -> Double {
        guard last < now else { return 0 }
        if pattern.isFlat {
            return weight.squareRoot() * (sum(age: now.since(began).hours) - sum(age: last.since(began).hours))
        }
        var walk = Walk(last, began)
        let end = min(now.since(last).hours, Double(Self.mostCells) * Self.cell)
        while walk.hours < end { walk.take(walk.step(most: end), self) }
        return weight.squareRoot() * walk.gathered
    }

    /// The hours from the last question until the index crosses the square root of the price.
    ///
    /// - Parameters:
    ///   - price: what a question costs, in hours of delay of one number.
    ///   - longest: no answer is longer, in hours.
    public func hoursUntilDue(
        after last: Instant, began: Instant, weight: Double, price: Double, longest: Double = 24
    ) -> Double {
        let goal = (price / max(weight, 1e-9)).squareRoot()
        var walk = Walk(last, began)
        while walk.hours < longest {
            let step = walk.step(most: longest)
            let gain = walk.gain(step, self)
            if walk.gathered + gain >= goal { return walk.hours + step * (goal - walk.gathered) / gain }
            walk.take(step, self)
        }
        return longest
    }

    /// The way through the cells from a question on.
    private struct Walk {
        let last: Instant
        var age: Double
        var hours = 0.0
        var gathered = 0.0

        init(_ last: Instant, _ began: Instant) {
            self.last = last
            age = max(last.since(began).hours, 0)
        }

        /// To the end of the cell, but not beyond `most` hours.
        func step(most: Double) -> Double {
            let rest = HazardCurve.cell - age.truncatingRemainder(dividingBy: HazardCurve.cell)
            return min(rest, most - hours)
        }

        func gain(_ step: Double, _ curve: HazardCurve) -> Double {
            let gain = curve.sum(age: age + step) - curve.sum(age: age)
            return curve.pattern.isFlat
                ? gain : gain * curve.pattern.multiplier(at: last.advanced(by: .hours(hours))).squareRoot()
        }

        mutating func take(_ step: Double, _ curve: HazardCurve) {
            gathered += gain(step, curve)
            age += step
            hours += step
        }
    }

    private func sum(age: Double) -> Double {
        let position = max(age, 0) / Self.cell
        let cell = Int(min(position, 1e9))
        let last = sums.count - 1
        guard cell < last else { return Double(sums[last]) + Double(tail) * (position - Double(last)) }
        return Double(sums[cell]) + Double(sums[cell + 1] - sums[cell]) * (position - Double(cell))
    }
}
