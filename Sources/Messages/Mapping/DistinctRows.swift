/// Tells whether a row of an item says what another row of it said before.
///
/// Most items have a few rows, and to compare those is quicker than to hash them; an aggregation may have thousands.
struct DistinctRows<Row: Hashable> {
    private static var few: Int { 16 }

    private var seen: Set<Row> = []

    mutating func add(_ row: Row, to rows: inout [Row]) {
        guard rows.count >= Self.few else {
            if !rows.contains(row) { rows.append(row) }
            return
        }
        if seen.count < rows.count { seen = Set(rows) }
        if seen.insert(row).inserted { rows.append(row) }
    }

    /// Before the next item.
    mutating func forget() {
        if !seen.isEmpty { seen = [] }
    }
}
