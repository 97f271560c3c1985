import Tracking

/// Something a carrier's manners forbid, as the referee saw it.
struct Breach: Hashable, CustomStringConvertible {
    enum Rule: String, CaseIterable {
        case retryAfter, rate, pace, quota, quiet, rest, oneNumber, oneRequest, blocked, sameBatch, retries
    }

    var rule: Rule
    var at: Instant

    var description: String { "\(rule.rawValue) at \(at.iso8601UTC)" }
}
