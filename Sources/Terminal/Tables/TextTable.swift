/// Rows under titles, for a terminal or, as CSV, for a spreadsheet.
public struct TextTable: Equatable, Sendable {
    public let columns: [TableColumn]
    public private(set) var rows: [[TableCell]] = []

    public init(_ columns: [TableColumn]) {
        self.columns = columns
    }

    /// Adds a row; missing cells are empty, surplus ones are dropped.
    public mutating func append(_ cells: [TableCell]) {
        let missing = columns.count - cells.count
        rows.append(missing > 0 ? cells + Array(repeating: .none, count: missing) : Array(cells.prefix(columns.count)))
    }

    /// The table as lines of text.
    /// - Parameters:
    ///   - width: the columns there are; nil shortens nothing, as for a file or a pipe
    ///   - palette: paints titles and styled cells
    public func text(width: Int? = nil, palette: Palette = .plain) -> String {
        guard !columns.isEmpty else { return "" }
        let widths = TableLayout(columns: columns, widths: naturalWidths, numeric: numeric).fit(width)
        return titleLine(widths, palette) + rows.map { line($0, widths, palette) }.joined()
    }

    /// The titles in columns of these widths, with a line end.
    func titleLine(_ widths: [Int], _ palette: Palette) -> String {
        let titles = columns.map { SafeText.show($0.title) }
        return line(titles, widths, styles: columns.map { _ in .heading }, columns.map(\.alignment), palette) + "\n"
    }

    /// A row in columns of these widths, with a line end.
    func line(_ row: [TableCell], _ widths: [Int], _ palette: Palette) -> String {
        let alignments = zip(row, columns).map { $0.isNumber ? .trailing : $1.alignment }
        return line(Self.shown(row), widths, styles: row.map(\.style), alignments, palette) + "\n"
    }

    /// The table as CSV, titles first.
    public func csv(_ writer: CSVWriter = CSVWriter()) -> String {
        var text = writer.line(columns.map { .text($0.title) })
        for row in rows { text += writer.line(row) }
        return text
    }

    /// The widths that show every value whole.
    var naturalWidths: [Int] {
        var widths = columns.map { DisplayWidth.of(SafeText.show($0.title)) }
        for row in rows {
            for (index, text) in Self.shown(row).enumerated() {
                widths[index] = max(widths[index], DisplayWidth.of(text))
            }
        }
        return widths
    }

    /// The widths, and more where a row needs it.
    func widened(_ widths: [Int], for row: [TableCell]) -> [Int] {
        zip(widths, Self.shown(row)).map { max($0, DisplayWidth.of($1)) }
    }

    private static func shown(_ row: [TableCell]) -> [String] {
        row.map { $0.foreignText.map { SafeText.show($0) } ?? $0.digits }
    }

    /// Columns with a number in them: half a number is a wrong number, so these are never shortened.
    private var numeric: [Bool] {
        columns.indices.map { index in rows.contains { $0[index].isNumber } }
    }

    private func line(
        _ texts: [String], _ widths: [Int], styles: [Style], _ alignments: [TableColumn.Alignment], _ palette: Palette
    ) -> String {
        let cells = texts.indices.map { index in
            let text = DisplayWidth.shorten(texts[index], to: widths[index])
            let gap = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
            let painted = palette.paint(text, styles[index])
            return alignments[index] == .trailing ? gap + painted : painted + gap
        }
        let line = cells.joined(separator: TableLayout.gap)
        let end = line.utf8.lastIndex { $0 != UInt8(ascii: " ") }
        return end.map { String(line[..<line.utf8.index(after: $0)]) } ?? ""
    }
}
