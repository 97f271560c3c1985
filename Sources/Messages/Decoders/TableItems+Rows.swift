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
        // Hardly any row begins like a total or like the header; only those are worth a closer look.
        guard suspiciousLeads.contains(lead) else { return false }
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

    static func suspiciousLeads(_ header: TableHeader) -> Set<UInt8> {
        let words = totals.flatMap { [$0, $0.uppercased()] } + [header.names.first { !$0.isEmpty } ?? ""]
        // A full-width letter, a no-break space or a mark that forces text may stand before the word.
        return Set(words.compactMap(\.utf8.first)).union([0xEF, 0xC2, 0xE3, UInt8(ascii: "'"), UInt8(ascii: "=")])
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
