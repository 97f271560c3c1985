/// Writes rows as CSV as they come, titles first.
final class CSVOutput: TableOutput {
    private let console: Console
    private let count: Int
    private let writer = CSVWriter()

    init(_ columns: [TableColumn], _ console: Console) {
        self.console = console
        count = columns.count
        console.write(writer.line(columns.map { .text($0.title) }))
    }

    func append(_ cells: [TableCell]) {
        let missing = max(0, count - cells.count)
        console.write(writer.line(cells.prefix(count) + Array(repeating: .none, count: missing)))
    }

    func finish() {}
}
