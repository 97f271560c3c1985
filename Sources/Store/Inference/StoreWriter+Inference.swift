import Tracking

extension StoreWriter {
    /// Children whose links are written in one turn of the lock.
    private static let stretch = 4_000

    /// Takes what was worked out and writes what differs from what is believed; who believes the same again adds no row.
    /// Of children that were not considered nothing changes. Blocks the calling thread, in short turns of the lock.
    ///
    /// - Throws: ``StoreFailure``; then what earlier turns wrote is there, and the same again completes it.
    @discardableResult
    public func infer(_ inferences: [InferenceOutcome], _ basis: InferenceBasis) throws -> InferenceChange {
        var change = InferenceChange()
        for start in stride(from: 0, to: inferences.count, by: Self.stretch) {
            let part = inferences[start..<min(start + Self.stretch, inferences.count)]
            change = try turnAndWait { session in
                try part.reduce(change) { try $0 + session.infer($1, basis) }
            }
        }
        return change
    }

    /// Compares what is believed with the papers that have come since: what they prove right or wrong is scored and
    /// believed no more, except for what is surer than ``Tracking/Belief/sure`` and stands against a paper alone. That
    /// stays, as one side of a conflict. Blocks the calling thread, in short turns of the lock.
    ///
    /// - Throws: ``StoreFailure``.
    @discardableResult
    public func settleInferences(_ basis: InferenceBasis) throws -> InferenceChange {
        var change = InferenceChange()
        var last: Int64? = 0
        while let after = last {
            (last, change) = try turnAndWait { session in
                var next = change
                return (try session.settle(after: after, atMost: Self.stretch, basis, &next), next)
            }
        }
        return change
    }
}
