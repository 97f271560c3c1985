/// Knows which rows of a table tell of something that the table spreads over several others: the rows of a bag that
/// stands in two containers each say in which of them their parcel is.
///
/// That a bag is split shows only with the first row that names its second container, so of every bag the rows are
/// remembered until then: of 200,000 parcels some 5 MB.
struct SplitRows {
    /// The rows of one bag.
    private struct Group {
        /// What stands for its first container.
        var part: RowKey
        /// The cells of `shared`, each behind its length.
        var sharedCells: [UInt8] = []
        /// The cells of `own` of one row after another; of no use once the group is known to be split.
        var ownCells: [UInt8] = []
        var isSplit = false
    }

    private let whole: Int
    private let part: Int
    /// Columns that are the same on all rows of a group that is not split.
    private let shared: [Int]
    private let own: [Int]
    private var numbers = RowKeyTable()
    private var groups: [Group] = []

    /// Nil for a SELECT that is run over every row.
    init?(_ select: ItemSelect) {
        guard let apart = select.apart else { return nil }
        (whole, part) = (apart.whole, apart.part)
        shared = [apart.whole, apart.part]
        own = select.needs.filter { $0 != apart.whole && $0 != apart.part }
    }

    /// The rows to be told apart now that this one has come: none, this one, or with it all before it of the same group.
    mutating func rows(with item: DecodedItem) -> [DecodedItem] {
        guard let row = item.row else { return [] }
        let key = RowKey(row, item.text, [part])
        let next = UInt64(groups.count + 1)
        let known = numbers.insert(RowKey(row, item.text, [whole]), next)
        let index = Int(known ?? next) - 1
        if known == nil {
            groups.append(Group(part: key))
            for column in shared { Self.append(column, of: row, item.text, to: &groups[index].sharedCells) }
        }
        if groups[index].isSplit { return [item] }
        guard groups[index].part == key else {
            groups[index].isSplit = true
            defer { groups[index].ownCells = [] }
            return earlier(groups[index], columns: row.ranges.count) + [item]
        }
        for column in own { Self.append(column, of: row, item.text, to: &groups[index].ownCells) }
        return []
    }

    private static func append(_ column: Int, of row: TableRow, _ text: [UInt8], to cells: inout [UInt8]) {
        let range = row.ranges[column] ?? 0..<0
        withUnsafeBytes(of: UInt32(range.count)) { cells.append(contentsOf: $0) }
        cells.append(contentsOf: text[range])
    }

    private func earlier(_ group: Group, columns: Int) -> [DecodedItem] {
        var items: [DecodedItem] = []
        var start = 0
        while start < group.ownCells.count {
            var text = group.sharedCells
            var end = start
            for _ in own { end = Self.range(at: end, group.ownCells).upperBound }
            text += group.ownCells[start..<end]
            items.append(Self.item(of: shared + own, text, columns: columns))
            start = end
        }
        return items
    }

    private static func item(of filled: [Int], _ text: [UInt8], columns: Int) -> DecodedItem {
        var row = TableRow(ranges: Array(repeating: nil, count: columns))
        var start = 0
        for column in filled {
            let range = range(at: start, text)
            row.ranges[column] = range
            row.filled |= 1 << UInt64(column)
            start = range.upperBound
        }
        return DecodedItem(position: "", text: text, length: 0, row: row)
    }

    /// Where the cell stands whose length is at `start`.
    private static func range(at start: Int, _ cells: [UInt8]) -> Range<Int> {
        var length: UInt32 = 0
        let size = MemoryLayout<UInt32>.size
        withUnsafeMutableBytes(of: &length) { $0.copyBytes(from: cells[start..<(start + size)]) }
        return (start + size)..<(start + size + Int(length))
    }
}
