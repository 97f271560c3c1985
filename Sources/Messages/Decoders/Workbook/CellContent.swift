internal import Tracking

/// What stands inside one cell of a sheet.
struct CellContent {
    /// What the value of a cell is (ISO/IEC 29500-1, 18.18.11).
    private enum Kind { case number, shared, text, boolean, error, date }

    private let kind: Kind
    private let style: Int?
    private var value: [UInt8] = []
    private var hasValue = false
    private var hasFormula = false

    /// Begins with the cell that was just opened.
    init(_ scanner: TagScanner) {
        style = scanner.wholeAttribute("s")
        kind =
            switch scanner.attribute("t").map({ String(decoding: $0, as: UTF8.self) }) {
            case "s": .shared
            case "str", "inlineStr": .text
            case "b": .boolean
            case "e": .error
            case "d": .date
            default: .number
            }
    }

    mutating func read(_ scanner: TagScanner) throws(ReadFailure) {
        let depth = scanner.depth
        var takes = false
        while true {
            switch try scanner.next() {
            case .open where scanner.isNamed("v") || scanner.isNamed("t"):
                takes = true
                hasValue = true
            case .open where scanner.isNamed("f"):
                hasFormula = true
                try scanner.skipElement()
            case .open where scanner.isNamed("rPh"): try scanner.skipElement()
            case .close where scanner.depth < depth: return
            case .close: takes = false
            case .text where takes: try scanner.appendText(to: &value)
            case .end: return
            default: break
            }
        }
    }

    /// Appends the text that a person sees, as far as it means anything; what cannot be had is left empty and told.
    func append(to bytes: inout [UInt8], _ workbook: Workbook) throws(ReadFailure) -> RowProblem? {
        guard !value.isEmpty else { return hasFormula && !hasValue ? Self.formulaWithoutValue : nil }
        switch kind {
        case .text, .date: bytes.append(contentsOf: value)
        case .boolean: bytes.append(contentsOf: value == [UInt8(ascii: "1")] ? "TRUE".utf8 : "FALSE".utf8)
        case .error: return Self.error(String(decoding: value.prefix(20), as: UTF8.self))
        case .shared:
            guard let index = Int(String(decoding: value, as: UTF8.self)), workbook.strings.append(index, to: &bytes)
            else {
                throw ZipArchive.damaged("a cell has a text that the workbook lacks")
            }
        case .number: appendNumber(to: &bytes, workbook)
        }
        return nil
    }

    private func appendNumber(to bytes: inout [UInt8], _ workbook: Workbook) {
        switch workbook.styles.meaning(style) {
        case .number: CellNumber.append(value, to: &bytes)
        case .date:
            let serial = Double(String(decoding: value, as: UTF8.self))
            if let text = serial.flatMap({ SerialDate.text($0, since1904: workbook.countsFrom1904) }) {
                bytes.append(contentsOf: text.utf8)
            } else {
                CellNumber.append(value, to: &bytes)
            }
        case .padded(let digits):
            let start = bytes.count
            CellNumber.append(value, to: &bytes)
            guard bytes[start...].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return }
            let missing = min(40, digits) - (bytes.count - start)
            if missing > 0 { bytes.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: start) }
        }
    }

    private static let formulaWithoutValue = RowProblem(
        kind: "formula-without-value", severity: .warning,
        reason:
            "the cell is a formula whose result was never saved; open the workbook in a spreadsheet program and save "
            + "it again")

    private static func error(_ word: String) -> RowProblem {
        RowProblem(
            kind: "formula-error", severity: .warning, value: word,
            reason: "the formula of the cell failed; the cell is taken as empty")
    }
}
