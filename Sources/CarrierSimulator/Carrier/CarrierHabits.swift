import Tracking

/// How a carrier publishes what happened: late, sometimes wrongly, sometimes in words of its own.
public struct CarrierHabits: Hashable, Sendable {
    /// Median minutes from an event to its publication.
    public var lagMinutes = 45.0
    /// Deviation of the logarithm of that lag.
    public var lagSigma = 1.0
    /// Events first published with a wrong time and corrected 2 to 30 hours later.
    public var correctedShare = 0.03
    /// Containers for which an event that never happened is published, and withdrawn later (3.0 only).
    public var retractedShare = 0.03
    /// Containers for which an event with a code of the carrier's own is published.
    public var unknownCodeShare = 0.03

    public init() {}

    /// A carrier that tells everything at once, and never anything wrong.
    public static var perfect: CarrierHabits {
        var habits = CarrierHabits()
        habits.lagMinutes = 0
        habits.correctedShare = 0
        habits.retractedShare = 0
        habits.unknownCodeShare = 0
        return habits
    }

    func lag(_ generator: inout SeededGenerator) -> Duration {
        .hours(min(24, generator.lognormal(median: lagMinutes / 60, sigma: lagSigma)))
    }
}
