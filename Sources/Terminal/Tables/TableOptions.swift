public import ArgumentParser

/// How a command's table is wanted.
public struct TableOptions: ParsableArguments {
    // No mark of byte order: what comes down a pipe would begin with it. Excel reads the numbers of a CSV as it likes
    // anyhow; for Excel there is --xlsx.
    @Flag(help: "Print the table as CSV (RFC 4180, UTF-8). For a spreadsheet, --xlsx where there is one is better.")
    public var csv = false

    public init() {}

    /// - Throws: `CommandFailure` where two kinds of output are asked for at once.
    public func check(with options: CommonOptions) throws {
        guard csv && options.json else { return }
        throw CommandFailure(
            "cannot print JSON and CSV at once", try: "leave out --json or --csv", kind: "usage", status: .usage)
    }

    /// Prints a whole table.
    public func write(_ table: TextTable, to console: Console) {
        if csv {
            console.write(table.csv())
        } else {
            console.write(table)
        }
    }
}
