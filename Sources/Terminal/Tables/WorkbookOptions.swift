public import ArgumentParser

/// How a command's long table is wanted, where it may also be a workbook.
public struct WorkbookOptions: ParsableArguments {
    @OptionGroup public var table: TableOptions

    @Option(help: "Write it to this workbook: codes stay text, times are dates. A file of that name is replaced.")
    public var xlsx: String?

    public init() {}

    /// Whether the table is read by a program or a spreadsheet, and not by somebody in front of a screen.
    public var isData: Bool { table.csv || xlsx != nil }

    /// - Throws: `CommandFailure` where two kinds of output are asked for at once.
    public func check(with options: CommonOptions) throws {
        try table.check(with: options)
        guard xlsx != nil, table.csv || options.json else { return }
        throw CommandFailure(
            "cannot write a workbook and print at once", try: "leave out --xlsx, --csv or --json", kind: "usage",
            status: .usage)
    }

    /// Where the rows of one table go.
    ///
    /// - Parameter workbook: the one that ``workbook()`` opened.
    /// - Throws: `CommandFailure` where the workbook cannot be written.
    public func output(
        _ columns: [TableColumn], named name: String, in workbook: WorkbookWriter?, console: Console
    ) throws -> any TableOutput {
        if let workbook { return try workbook.sheet(named: name, columns) }
        return table.csv ? CSVOutput(columns, console) : TextOutput(columns, console)
    }

    /// The workbook that was asked for; nil for none.
    ///
    /// - Throws: `CommandFailure` where it cannot be made.
    public func workbook() throws -> WorkbookWriter? {
        try xlsx.map { try WorkbookWriter(path: $0) }
    }
}
