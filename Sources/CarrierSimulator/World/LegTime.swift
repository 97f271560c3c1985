import Tracking

/// How long one leg of the journey takes: a least time and a lognormal remainder, as observed transit times look.
public struct LegTime: Hashable, Sendable {
    /// The least time, in hours.
    public var least: Double
    /// The median of what comes on top, in hours.
    public var median: Double
    /// The deviation of the logarithm of what comes on top.
    public var sigma: Double

    public init(least: Double, median: Double, sigma: Double) {
        self.least = least
        self.median = median
        self.sigma = sigma
    }

    public static let urumqiToAlashankou = LegTime(least: 8, median: 5, sigma: 0.55)
    /// From the arrival at Alashankou to the departure from Dostyk.
    public static let chineseBorder = LegTime(least: 4, median: 22, sigma: 0.70)
    public static let dostykToMalaszewicze = LegTime(least: 84, median: 34, sigma: 0.50)
    public static let dostykToAlmaty = LegTime(least: 14, median: 10, sigma: 0.40)
    public static let dostykToMoscow = LegTime(least: 66, median: 28, sigma: 0.50)
    /// From the arrival at Małaszewicze to the departure from it.
    public static let polishBorder = LegTime(least: 4, median: 26, sigma: 0.75)
    public static let malaszewiczeToHub = LegTime(least: 24, median: 26, sigma: 0.50)
    public static let importCustoms = LegTime(least: 2, median: 18, sigma: 0.90)
    public static let hubToDoor = LegTime(least: 12, median: 24, sigma: 0.70)

    /// One such time, in whole minutes.
    func draw(_ generator: inout SeededGenerator, scale: Double = 1) -> Duration {
        .hours(scale * (least + generator.lognormal(median: median, sigma: sigma)))
    }
}
