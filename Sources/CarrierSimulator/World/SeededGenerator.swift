import Foundation

/// A SplitMix64 generator as a value: the same seed gives the same draws on every run and every platform.
///
/// All distributions are ours, because the standard library may change how it turns bits into numbers.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// An independent generator for one part of the world, so that a change in one part leaves the others as they were.
    public func stream(_ label: UInt64) -> SeededGenerator {
        SeededGenerator(seed: Self.mixed(state ^ Self.mixed(label &+ 0xD1B5_4A32_D192_ED03)))
    }

    /// A number from 0 up to, but not including, 1.
    public mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// True with the given probability, 0 to 1.
    public mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    public mutating func integer(in range: ClosedRange<Int>) -> Int {
        let count = UInt64(range.upperBound - range.lowerBound) &+ 1
        return range.lowerBound + Int(next().multipliedFullWidth(by: count).high)
    }

    public mutating func real(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    /// An exponential waiting time with the given mean.
    public mutating func exponential(mean: Double) -> Double {
        -mean * log(1 - unit())
    }

    /// A lognormal value; `sigma` is the deviation of its logarithm.
    public mutating func lognormal(median: Double, sigma: Double) -> Double {
        median * exp(sigma * normal())
    }

    /// One of the items, drawn by weight; nil when there is no weight at all.
    public mutating func pick<Item>(_ choices: [(item: Item, weight: Double)]) -> Item? {
        var rest = unit() * choices.reduce(0) { $0 + $1.weight }
        for choice in choices where choice.weight > 0 {
            rest -= choice.weight
            if rest < 0 { return choice.item }
        }
        return choices.last { $0.weight > 0 }?.item
    }

    /// A value of the normal distribution with mean 0 and deviation 1.
    public mutating func normal() -> Double {
        let radius = (-2 * log(1 - unit())).squareRoot()
        return radius * cos(2 * .pi * unit())
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
