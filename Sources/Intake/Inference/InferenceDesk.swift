import Foundation
public import Tracking

/// Works out links for those who must not block: on a thread of its own, one round after the other.
public final class InferenceDesk: Sendable {
    private let round: InferenceRound
    private let queue = DispatchQueue(label: "caravan.inference")

    public init(_ round: InferenceRound) {
        self.round = round
    }

    /// - Throws: `StoreFailure`.
    public func run(now: Instant) async throws -> InferenceReport {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [round] in
                continuation.resume(with: Result { try round.run(now: now) })
            }
        }
    }
}
