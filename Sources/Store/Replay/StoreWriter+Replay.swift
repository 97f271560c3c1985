public import Tracking

extension StoreWriter {
    /// Corrects what is believed of some subjects, in one turn.
    ///
    /// - Parameters:
    ///   - keeps: false to see what it would change, and change nothing.
    ///   - before: called within the turn, when nobody else can write any more, to read what has come in meanwhile;
    ///     returns the messages that cannot be read.
    /// - Throws: ``StoreFailure``, or what `before` throws.
    public func replay(
        _ subjects: some Sequence<Int64>, from derived: DerivedStore, _ order: ReplayOrder, keeps: Bool,
        before: () throws -> Set<MessageID>
    ) throws -> ReplayStep {
        try turnAndWait(keeps: keeps) { session in
            var order = order
            order.unreadable = try before()
            return try derived.turn { other in
                var correction = try Correction(session, other, order, twins: derived.twins)
                for subject in subjects { try correction.correct(subject) }
                return correction.step
            }
        }
    }

    /// Brings the accounts of carriers' own event ids in line, in short turns. They say nothing that anybody sees.
    ///
    /// - Parameter before: as for `replay`.
    /// - Throws: ``StoreFailure``, or what `before` throws.
    public func replayVersions(
        from derived: DerivedStore, _ order: ReplayOrder, before: () throws -> Set<MessageID>
    ) throws {
        var key: [PreparedStatement.Value]? = [.integer(-1), .text(""), .integer(-1)]
        while let after = key {
            key = try turnAndWait { session in
                var order = order
                order.unreadable = try before()
                return try derived.turn { other in
                    try Correction(session, other, order, twins: derived.twins).takeOverVersions(
                        after: after, most: 2000)
                }
            }
        }
    }
}
