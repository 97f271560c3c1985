import Tracking

extension Instant {
    /// Days since 1970 in UTC.
    var utcDay: Int { Int((Double(milliseconds) / 86_400_000).rounded(.down)) }
}
