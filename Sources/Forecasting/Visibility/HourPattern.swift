public import Tracking

/// At which hours of the day a carrier tells news: many write their tables in bursts.
public struct HourPattern: Hashable, Sendable {
    /// Sightings that the belief in "any hour is like any other" is worth.
    public static let pseudoSightings = 50.0

    /// How much likelier than on average news are in each hour of the UTC day; the mean is 1.
    public let multipliers: [Double]

    let isFlat: Bool

    /// Every hour is like every other.
    public init() {
        multipliers = Array(repeating: 1, count: 24)
        isFlat = true
    }

    /// Learns from when news were first seen; a sighting counts for the hours since the question before it in equal
    /// parts, since it may have come in any of them.
    public init(learntFrom sightings: [FirstSighting]) {
        var weights = Array(repeating: Self.pseudoSightings / 24, count: 24)
        for sighting in sightings {
            // Without a question before, it may have been there for days.
            guard let missed = sighting.missedAt else { continue }
            let hours = Self.hours(from: max(missed, sighting.happenedAt), to: sighting.seenAt)
            for hour in hours { weights[hour] += 1 / Double(hours.count) }
        }
        let mean = weights.reduce(0, +) / 24
        isFlat = Set(weights).count == 1
        multipliers = isFlat ? weights.map { _ in 1 } : weights.map { $0 / mean }
    }

    /// The multiplier at an instant.
    public func multiplier(at instant: Instant) -> Double {
        multipliers[Self.hour(instant)]
    }

    private static func hour(_ instant: Instant) -> Int {
        let hour = instant.milliseconds / 3_600_000 % 24
        return Int(hour < 0 ? hour + 24 : hour)
    }

    /// The hours of the day from one instant to another, the last included; a day or more is every hour.
    private static func hours(from start: Instant, to end: Instant) -> [Int] {
        guard start < end else { return [hour(end)] }
        let count = min((end.milliseconds / 3_600_000) - (start.milliseconds / 3_600_000), 23)
        return (0...count).map { hour(Instant(milliseconds: end.milliseconds - $0 * 3_600_000)) }
    }
}
