/// What a question to a carrier costs: so much that as many are worth it as may be asked.
///
/// The price is in hours of delay of one number. While the carrier takes all that is worth asking, it is the floor;
/// where its rate or quota is the bound, it rises until the questions fit.
public struct PollPrice: Sendable, Hashable {
    /// Some 35 minutes of delay: below, a question is a bother and no news. Of a train the sentinels are then asked about
    /// every hour or two, the other boxes about once a day and whenever a sentinel has news.
    public static let usualFloor = 0.6
    /// Hours in which what was left undone is to be made up for.
    private static let patience = 8.0
    /// No hour moves the price further than by this factor: what it changes shows only when numbers come round again.
    private static let step = 1.25

    /// Hours of delay of one number.
    public private(set) var hours: Double
    private let floor: Double

    public init(hours: Double = usualFloor, floor: Double = usualFloor) {
        self.hours = max(hours, floor)
        self.floor = floor
    }

    /// Another hour has passed.
    ///
    /// - Parameters:
    ///   - arrived: requests that became worth it in an hour, asked or not.
    ///   - backlog: requests that are due now and were not asked.
    ///   - granted: requests that are allowed in an hour, above 0.
    public mutating func adjust(arrived: Double, backlog: Double, granted: Double) {
        let granted = max(granted, 1e-9)
        // A backlog may raise the price by half of what is allowed: more would empty it at the cost of those that become
        // due meanwhile, and overshoot.
        let pressure = arrived / granted + min(backlog / Self.patience / granted, 0.5)
        hours = max(hours * min(max(pressure, 1 / Self.step), Self.step), floor)
    }
}
