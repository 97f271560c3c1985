public import Tracking

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

extension StoreWriter {
    /// Subjects that are looked at in one turn of the lock.
    private static let subjects: Int64 = 50_000

    /// Finds out which parcels no paper puts into a container, looking only at what was not looked at before. Blocks the
    /// calling thread, in short turns of the lock.
    ///
    /// - Throws: ``StoreFailure``.
    public func lookForOpenParcels() throws -> InferenceTask {
        var state = try turnAndWait { try $0.nextOpenState() }
        var isLast = false
        while !isLast {
            (state.subjects, isLast) = try turnAndWait { [state] session in
                try session.lookForOpen(after: state.subjects, atMost: Self.subjects)
            }
        }
        var parcel: Int64? = 0
        while let after = parcel {
            parcel = try turnAndWait { try $0.closeTold(after: after, atMost: Int(Self.subjects)) }
        }
        return try turnAndWait { [state] session in
            // Numbers that came in the meantime are looked at the next time.
            try session.save(state)
            return InferenceTask(
                message: MessageID(rawValue: state.message), open: try session.openCount(),
                isDue: state.message > state.inferred)
        }
    }

    /// Notes that links were worked out from everything up to a message, and sets aside parcels that are too old for it;
    /// they are looked at again when something is taken back.
    public func noteInferred(through message: MessageID, settingAside parcels: [Int64] = []) throws {
        for start in stride(from: 0, to: parcels.count, by: Self.stretch) {
            try turnAndWait { try $0.setAside(parcels[start..<min(start + Self.stretch, parcels.count)]) }
        }
        try turnAndWait { session in
            var state = try session.openState()
            state.inferred = max(state.inferred, message.rawValue)
            try session.save(state)
        }
    }
}
