import Store
import Tracking

/// How a question ended for one of the numbers that were asked about in it.
enum NumberEnding: Hashable, Sendable {
    /// Something was told; the store finds out whether it is news.
    case told
    /// The carrier's answer is the one that is remembered.
    case unchanged(AcceptedAnswer)
    case nothing
    /// The carrier does not take it; the stable kind of the failure.
    case failed(String)
    /// Nothing more today.
    case quotaUsed
}
