/// The figures as aligned text, with numbered notes below.
struct FigureTable {
    private let figures: [Figure]

    init(_ figures: [Figure]) {
        self.figures = figures
    }

    var text: String {
        let rows =
            [["what", "ours", "baseline", "measured", "target", "met"]]
            + figures.map {
                [$0.what, $0.ours, $0.baseline, $0.measured, $0.target, $0.isMet ? "yes" : "NO"]
            }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            row.enumerated().map { column, cell in
                cell + String(repeating: " ", count: widths[column] - cell.count)
            }.joined(separator: "  ")
        }
        let notes = figures.filter { !$0.notes.isEmpty }.flatMap { figure in
            ["", figure.what + ":"] + figure.notes.map { "  - " + $0 }
        }
        return (lines + notes).joined(separator: "\n")
    }
}
