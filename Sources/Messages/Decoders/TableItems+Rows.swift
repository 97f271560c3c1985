internal import Tracking

extension TableItems {
    private static let totals: Set<String> = [
        "合计", "总计", "小计", "共计", "总数", "汇总", "total", "totals", "grandtotal", "subtotal", "sum", "итого", "всего",
        "summe", "gesamt",
    ]

    /// Whether the row is blank, a total, or the header once more.
    func isNoItem() -> Bool {
        guard let first = cells.first(where: { !isBlank($0) }) else { return true }
        let lead = scanner.bytes[first.range.lowerBound]
        // Nearly every row begins with a digit or a capital letter; only the rest is worth folding.
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(lead) { return false }
        let text = String(decoding: CellText.plain(scanner.text(first)), as: UTF8.self)
        guard text.utf8.count <= 40 else { return false }
        let name = CellText.folded(text)
        if Self.totals.contains(name) || text.hasPrefix("合计") || text.hasPrefix("总计") { return true }
        return name == CellText.folded(header.names.first { !$0.isEmpty } ?? "") && isHeaderAgain()
    }

    /// Why the cells of the row cannot be matched with the header, if they cannot.
    func raggedness() -> RowProblem? {
        let extra = cells.dropFirst(header.cellCount).contains { !isBlank($0) }
        guard extra || cells.count < header.cellCount else { return nil }
        return RowProblem(kind: "ragged-row", value: String(cells.count),
                          reason: "the row has \(cells.count) cells where the header has \(header.cellCount); "
                              + "quote cells that contain the separator, and do not cut rows")
    }

    private func isHeaderAgain() -> Bool {
        let names = cells.map { String(decoding: CellText.plain(scanner.text($0)), as: UTF8.self) }
        return names.count == header.names.count && names == header.names
    }

    private func isBlank(_ cell: TableScanner.Cell) -> Bool {
        scanner.bytes[cell.range].allSatisfy { $0 <= 0x20 }
            || (scanner.bytes[cell.range.lowerBound] >= 0x80 && CellText.plain(scanner.text(cell)).isEmpty)
    }
}
