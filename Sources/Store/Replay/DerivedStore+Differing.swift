extension DerivedStore {
    /// The subjects of which this store and the database do not say the same, in order.
    ///
    /// - Parameter sources: only what these told; nil for all.
    /// - Throws: ``StoreFailure``.
    public func differingSubjects(from reader: ReadSession, sources: Set<Int64>?) throws -> [Int64] {
        try turn { session in
            var found: Set<Int64> = []
            for table in BelievedTable.allCases {
                let kept = try reader.statement(table.all).bind()
                let derived = try session.statement(table.all).bind()
                defer {
                    kept.finish()
                    derived.finish()
                }
                try Differences(table: table, kept: kept, derived: derived, sources: sources).collect(into: &found)
            }
            return found.sorted()
        }
    }
}

/// One pass over a table in both databases, in the order of its key.
private struct Differences {
    let table: BelievedTable
    let kept: PreparedStatement
    let derived: PreparedStatement
    let sources: Set<Int64>?

    func collect(into found: inout Set<Int64>) throws {
        let keys = Int32(table.key.count)
        let (key, content) = (0..<keys, keys..<keys + Int32(table.content.count))
        var (hasKept, hasDerived) = (try next(kept), try next(derived))
        while hasKept || hasDerived {
            let order = !hasKept ? 1 : !hasDerived ? -1 : kept.order(of: key, against: derived)
            if order != 0 || kept.order(of: content, against: derived) != 0 {
                found.insert((order > 0 ? derived : kept).integer(0))
            }
            if order <= 0 { hasKept = try next(kept) }
            if order >= 0 { hasDerived = try next(derived) }
        }
    }

    private func next(_ rows: PreparedStatement) throws -> Bool {
        while try rows.step() {
            guard let sources else { return true }
            if sources.contains(rows.integer(Int32(table.source))) { return true }
        }
        return false
    }
}
