internal import Tracking

extension TableItems {
    private static let totals: Set<String> = [
        "合计", "总计", "小计", "共计", "总数", "汇总", "total", "totals", "grandtotal", "subtotal", "sum", "итого", "всего",
        "summe", "gesamt",
    ]

    /// Whether the row is blank, or a total.
    ///
    /// Only what is archived may decide, besides a total that stands in a column nobody names, so that the archive
    /// reads to the same items.
    func isNoItem() -> Bool {
        let known = header.order.first { $0.cell < line.count && !line.isBlank($0.cell) }
        guard let known else {
            // Values only where nobody looks are no item, unless it cannot be told where they stand.
            return line.cells.indices.allSatisfy(line.isBlank) || raggedness() == nil
        }
        if isTotal(known.cell) { return true }
        guard let first = line.cells.indices.first(where: { !line.isBlank($0) }) else { return false }
        return isTotal(first)
    }

    private func isTotal(_ cell: Int) -> Bool {
        let range = line.cells[cell].range
        // Hardly any cell begins like a total; only those are worth a closer look.
        guard Self.totalLeads.contains(line.bytes[range.lowerBound]), range.count <= 40 else { return false }
        let text = String(decoding: line.plain(cell), as: UTF8.self)
        return Self.totals.contains(CellText.folded(text)) || text.hasPrefix("合计") || text.hasPrefix("总计")
    }

    /// Why the cells of the row cannot be matched with the header, if they cannot.
    func raggedness() -> RowProblem? {
        guard mayBeRagged else { return nil }
        let extra = line.count > header.cellCount && (header.cellCount..<line.count).contains { !line.isBlank($0) }
        guard extra || line.count < header.cellCount else { return nil }
        return RowProblem(
            kind: "ragged-row", value: String(line.count),
            reason: "the row has \(line.count) cells where the header has \(header.cellCount); "
                + "quote cells that contain the separator, and do not cut rows")
    }

    /// Bytes with which a total may begin; before its word may stand a full-width blank or a mark that forces text.
    static let totalLeads: Set<UInt8> = {
        let words = totals.flatMap { [$0, $0.uppercased(), $0.prefix(1).uppercased()] }
        return Set(words.compactMap(\.utf8.first)).union([
            0xEF, 0xC2, 0xE3, 0x20, 0x09, UInt8(ascii: "'"), UInt8(ascii: "="),
        ])
    }()

    /// The header that the row is: the one above once more, or that of another table which begins here.
    func headerInside() -> TableHeader? {
        // A quick way out for nearly every row: no column's name has as many digits as nearly every number.
        var filled = 0
        for (_, cell) in header.order where cell < line.count && !line.isBlank(cell) {
            guard line.cells[cell].range.count <= 80, !isValue(cell) else { return nil }
            filled += 1
            if filled == 1, profile.columns.match(String(decoding: line.plain(cell), as: UTF8.self)) == nil {
                return nil
            }
        }
        guard filled >= min(2, header.matched) else { return nil }
        let other = TableHeader(line.words, profile.columns)
        let isSame = header.order.allSatisfy { column, cell in other.cells[column] == cell }
        if isSame { return other }
        return other.isBeyondDoubt ? other : nil
    }

    /// Whether a cell ends in a digit or has as many of them as no name of a column.
    private func isValue(_ cell: Int) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return line.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[line.cells[cell].range])
            guard let last = text.last, !digits.contains(last) else { return true }
            var count = 0
            for byte in text where digits.contains(byte) { count += 1 }
            return count >= 4
        }
    }

    /// What the row says of all rows below it; nil for one that is an item.
    func titleInside() -> TitleFacts? {
        guard !profile.above.isEmpty, let first = line.cells.indices.first(where: { !line.isBlank($0) }),
            line.cells[first].range.count <= 400, !isValue(first) || mayHoldLabel(first)
        else { return nil }
        let word = String(decoding: line.plain(first), as: UTF8.self)
        guard TitleFacts.begins(with: word, profile.columns, allowed: profile.above) else { return nil }
        return TitleFacts(line.words, profile.columns, allowed: profile.above)
    }

    private func mayHoldLabel(_ cell: Int) -> Bool {
        line.bytes[line.cells[cell].range].contains { $0 == UInt8(ascii: ":") || $0 == 0x9A }
    }
}
