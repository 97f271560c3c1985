internal import Tracking

extension TableItems {
    private static let totals: Set<String> = [
        "合计", "总计", "小计", "共计", "总数", "汇总", "total", "totals", "grandtotal", "subtotal", "sum", "итого", "всего",
        "summe", "gesamt",
    ]

    /// Whether the row is blank, a total, or the header once more.
    ///
    /// Only what is archived may decide, besides a total that stands in a column nobody names, so that the archive
    /// reads to the same items.
    func isNoItem() -> Bool {
        let known = header.order.first { $0.cell < cells.count && !isBlank(cells[$0.cell]) }
        guard let known else {
            // Values only where nobody looks are no item, unless it cannot be told where they stand.
            return cells.allSatisfy(isBlank) || raggedness() == nil
        }
        if isTotal(cells[known.cell]) { return true }
        if let first = cells.first(where: { !isBlank($0) }), isTotal(first) { return true }
        return isHeaderAgain()
    }

    private func isTotal(_ cell: TableScanner.Cell) -> Bool {
        // Hardly any cell begins like a total; only those are worth a closer look.
        guard Self.totalLeads.contains(scanner.bytes[cell.range.lowerBound]), cell.range.count <= 40 else {
            return false
        }
        let text = String(decoding: CellText.plain(scanner.text(cell)), as: UTF8.self)
        return Self.totals.contains(CellText.folded(text)) || text.hasPrefix("合计") || text.hasPrefix("总计")
    }

    /// Why the cells of the row cannot be matched with the header, if they cannot.
    func raggedness() -> RowProblem? {
        let extra = cells.dropFirst(header.cellCount).contains { !isBlank($0) }
        guard extra || cells.count < header.cellCount else { return nil }
        return RowProblem(
            kind: "ragged-row", value: String(cells.count),
            reason: "the row has \(cells.count) cells where the header has \(header.cellCount); "
                + "quote cells that contain the separator, and do not cut rows")
    }

    /// Bytes with which a total may begin; before its word may stand a full-width blank or a mark that forces text.
    static let totalLeads: Set<UInt8> = {
        let words = totals.flatMap { [$0, $0.uppercased(), $0.prefix(1).uppercased()] }
        return Set(words.compactMap(\.utf8.first)).union([
            0xEF, 0xC2, 0xE3, 0x20, 0x09, UInt8(ascii: "'"), UInt8(ascii: "="),
        ])
    }()

    /// Whether every known cell names its own column.
    private func isHeaderAgain() -> Bool {
        header.order.allSatisfy { column, cell in
            guard cell < cells.count, cells[cell].range.count <= 80, !isNumber(cells[cell]) else { return false }
            let name = String(decoding: CellText.plain(scanner.text(cells[cell])), as: UTF8.self)
            return profile.columns.match(name)?.column == column
        }
    }

    /// A quick way out for nearly every row: no column's name ends in a digit, and nearly every number does.
    private func isNumber(_ cell: TableScanner.Cell) -> Bool {
        guard let last = scanner.bytes[cell.range].last else { return true }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last)
    }

    private func isBlank(_ cell: TableScanner.Cell) -> Bool {
        scanner.bytes[cell.range].allSatisfy { $0 <= 0x20 }
            || (scanner.bytes[cell.range.lowerBound] >= 0x80 && CellText.plain(scanner.text(cell)).isEmpty)
    }
}
