import Terminal

/// A table as a workbook of one sheet, in which every cell is text, as people paste it.
enum Sheet {
    static func isWanted(at path: String) -> Bool { path.lowercased().hasSuffix(".xlsx") }

    /// Throws the end of the program when the workbook cannot be written.
    static func write(
        to path: String, named name: String, _ titles: [String],
        rows: (([String]) throws -> Void) throws -> Void
    ) throws {
        do {
            let workbook = try WorkbookWriter(path: path)
            let sheet = try workbook.sheet(named: name, titles.map { TableColumn($0) })
            try rows { try sheet.append($0.map { .text($0) }) }
            try sheet.finish()
            try workbook.finish()
        } catch let failure as CommandFailure {
            throw Console.failure(
                "cannot write \(path): \(failure.why ?? failure.what)", attempt: "a path in a folder you may write to",
                code: 73)
        }
    }
}
