/// Decides how wide the columns of a table are.
struct TableLayout {
    /// What stands between two columns.
    static let gap = "  "
    /// A column is never made narrower, so that something of each value is seen.
    private static let narrowest = 6

    let columns: [TableColumn]
    /// The width each column would like.
    let widths: [Int]
    /// Columns that must keep their width.
    let numeric: [Bool]

    /// The widths that fit: flexible columns give way first, then the widest of the others.
    /// A table of many columns can still be too wide; then the terminal wraps it and nothing is lost.
    func fit(_ available: Int?) -> [Int] {
        guard let available else { return widths }
        var fitted = widths
        let gaps = Self.gap.count * max(0, columns.count - 1)
        var excess = fitted.reduce(gaps, +) - available
        let flexible = columns.indices.filter { columns[$0].isFlexible && !numeric[$0] }
        shrink(&fitted, flexible.isEmpty ? [columns.count - 1].filter { !numeric[$0] } : flexible, by: &excess)
        shrink(&fitted, columns.indices.filter { !numeric[$0] }, by: &excess)
        return fitted
    }

    private func shrink(_ widths: inout [Int], _ candidates: [Int], by excess: inout Int) {
        while excess > 0, let widest = candidates.max(by: { widths[$0] < widths[$1] }) {
            let next = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? Self.narrowest
            let floor = max(Self.narrowest, min(next, widths[widest] - 1))
            let cut = min(excess, widths[widest] - floor)
            guard cut > 0 else { return }
            widths[widest] -= cut
            excess -= cut
        }
    }
}
