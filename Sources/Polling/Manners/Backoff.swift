import Tracking

/// How long to leave a number or a carrier alone after failures in a row: exponential with full jitter, so that what
/// failed together does not come back together.
struct Backoff: Sendable {
    static let base: Duration = .seconds(30)
    static let cap: Duration = .hours(1)
    /// Chance may draw next to nothing; even then nobody is asked again at once.
    static let least: Duration = .seconds(1)

    /// - Parameters:
    ///   - failures: failures in a row, this one included, 1 or more.
    ///   - random: a number from 0 up to 1.
    static func wait(afterFailures failures: Int, random: Double) -> Duration {
        let ceiling = min(cap.wholeMilliseconds, base.wholeMilliseconds << min(max(failures - 1, 0), 12))
        return max(least, .milliseconds(Int64(Double(ceiling) * random)))
    }
}
