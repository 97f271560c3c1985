import Tracking

/// How a request of the simulation ended, as the world knows it.
enum SimulatedAnswer: Sendable {
    case data
    /// 429 or 503, with the `Retry-After` headers that were sent, and what they mean: nil where they mean nothing.
    case tooMuch(headers: [String], means: Duration?)
    /// Not reached, or 502.
    case unreachable
    /// 400 because of a number among those asked about.
    case spoiled
    /// 401.
    case refused
}
