/// The values of merged cells, for the columns in which the profile lets one count for all cells it covers.
struct MergedValues {
    private let areas: [MergedCells.Area]
    private var next = 0
    private var active: [Int: (until: Int, value: [UInt8])] = [:]

    init(_ areas: [MergedCells.Area]) {
        self.areas = areas
    }

    var isEmpty: Bool { areas.isEmpty }

    /// Looks at what begins in a row.
    mutating func advance(_ line: TableLine, _ header: TableHeader, allowed: Set<Int>) {
        while next < areas.count, areas[next].rows.lowerBound <= line.number {
            let area = areas[next]
            next += 1
            let source = area.columns.lowerBound - 1
            guard area.rows.lowerBound == line.number, source < line.count, !line.isBlank(source) else { continue }
            let owner = header.order.first { $0.cell == source }?.column
            for (column, cell) in header.order where allowed.contains(column) && area.columns.contains(cell + 1) {
                // A value never leaves its own column for another: a container is no bag.
                guard owner == nil || owner == column else { continue }
                active[cell] = (area.rows.upperBound, line.text(source))
            }
        }
    }

    /// What the merged cell says that covers a cell of a row.
    func value(_ cell: Int, row: Int) -> [UInt8]? {
        guard let found = active[cell], found.until >= row else { return nil }
        return found.value
    }
}
