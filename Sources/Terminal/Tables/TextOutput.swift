/// Draws rows as they come. The first of them decide how wide the columns are; a longer value further down moves only
/// its own line.
final class TextOutput: TableOutput {
    /// How many rows are looked at before the first is drawn.
    static let looked = 500

    private let console: Console
    private var table: TextTable
    private var widths: [Int]?

    init(_ columns: [TableColumn], _ console: Console) {
        self.console = console
        table = TextTable(columns)
    }

    func append(_ cells: [TableCell]) {
        if let widths {
            console.write(table.line(cells, table.widened(widths, for: cells), console.palette))
        } else {
            table.append(cells)
            if table.rows.count == Self.looked { draw() }
        }
    }

    func finish() {
        if widths == nil && !table.rows.isEmpty { draw() }
    }

    /// Codes are never cut to the width of the screen: half a number is a wrong number.
    private func draw() {
        let natural = table.naturalWidths
        widths = natural
        console.write(table.titleLine(natural, console.palette))
        for row in table.rows { console.write(table.line(row, natural, console.palette)) }
    }
}
