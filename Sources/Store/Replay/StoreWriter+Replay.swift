public import Tracking

extension StoreWriter {
    /// Corrects what is believed of some subjects, in one turn.
    ///
    /// - Parameters:
    ///   - keeps: false to see what it would change, and change nothing.
    ///   - before: called within the turn, when nobody else can write any more, to read what has come in meanwhile;
    ///     returns the messages that cannot be read, and nil to give up the turn.
    /// - Returns: nil where `before` gave up.
    /// - Throws: ``StoreFailure``, or what `before` throws.
    public func replay(
        _ subjects: some Sequence<Int64>, from derived: DerivedStore, _ order: ReplayOrder, keeps: Bool,
        before: () throws -> Set<MessageID>?
    ) throws -> ReplayStep? {
        try turnAndWait(keeps: keeps) { session in
            guard let unreadable = try before() else { return nil }
            var order = order
            order.unreadable = unreadable
            return try derived.turn { other in
                var correction = try Correction(session, other, order)
                for subject in subjects { try correction.correct(subject) }
                return correction.step
            }
        }
    }

    /// Brings the accounts of carriers' own event ids in line, in short turns. They say nothing that anybody sees.
    ///
    /// - Parameter before: as for `replay`.
    /// - Returns: false where `before` gave up.
    /// - Throws: ``StoreFailure``, or what `before` throws.
    public func replayVersions(
        from derived: DerivedStore, _ order: ReplayOrder, before: () throws -> Set<MessageID>?
    ) throws -> Bool {
        var key: [PreparedStatement.Value]? = [.integer(-1), .text(""), .integer(-1)]
        while let after = key {
            let isDone: Bool = try turnAndWait { session in
                guard try before() != nil else { return false }
                key = try derived.turn { try Correction(session, $0, order).takeOverVersions(after: after, most: 2000) }
                return true
            }
            guard isDone else { return false }
        }
        return true
    }
}
