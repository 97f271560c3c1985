/// One table of a message: separated text, or a sheet of a workbook.
struct TableSection {
    /// Of the sheet; nil for text.
    var sheet: String?
    var start: TableStart
    var open: () throws -> any TableRows

    func position(_ number: Int) -> String {
        sheet.map { "sheet \"\($0)\" row \(number)" } ?? "line \(number)"
    }
}
