/// What a question to a carrier costs: so much that as many are worth it as may be asked.
///
/// The price is in hours of delay of one number. While the carrier takes all that is worth asking, it is the floor;
/// where its rate or quota is the bound, it rises until the questions fit.
public enum PollPrice {
    /// A quarter of an hour: below, a question is a bother and no news.
    public static let floor = 0.25
    /// Where nobody can be asked for long the price does not run away.
    public static let ceiling = 10_000.0

    /// The price for the next hour.
    ///
    /// - Parameters:
    ///   - price: of the last hour.
    ///   - wanted: requests that would have been worth it, asked or not.
    ///   - granted: requests that were allowed, above 0.
    public static func next(after price: Double, wanted: Double, granted: Double) -> Double {
        // A number is asked about as often as the root of the price is small, so the price moves as the square.
        let ratio = wanted / max(granted, 1e-9)
        let step = min(max(ratio * ratio, 0.5), 2)
        return min(max(price * step, floor), ceiling)
    }
}
