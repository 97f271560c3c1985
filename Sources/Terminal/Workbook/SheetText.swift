import Tracking

/// How values stand in a sheet.
enum SheetText {
    /// The most that a cell takes (Excel's limit).
    private static let longest = 32_767
    /// Integers beyond this lose digits in a spreadsheet, which counts in binary floating point.
    private static let exact = 1_000_000_000_000_000

    /// The letters of a column: A, B, … Z, AA.
    static func column(_ index: Int) -> String {
        var rest = index
        var letters: [UInt8] = []
        repeat {
            letters.insert(UInt8(ascii: "A") + UInt8(rest % 26), at: 0)
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters, as: UTF8.self)
    }

    /// Safe for a reader, and for XML 1.0.
    static func escaped(_ text: String) -> String {
        let shown = SafeText.show(text)
        guard shown.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0xEF].contains($0) }) else { return shown }
        var result = ""
        for scalar in shown.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// One cell, or nothing for an empty one. Text is always text: a number of twenty digits keeps them all, and a
    /// formula is not calculated.
    static func cell(_ cell: TableCell, column: String, row: Int, title: Bool = false) -> String {
        let place = "\(column)\(row)"
        let format = title ? WorkbookParts.Format.title : WorkbookParts.Format.text
        switch cell {
        case .none: return ""
        case .text(let text), .styled(let text, _): return inline(text, place, format: format)
        case .integer(let number) where abs(number) >= exact: return inline(String(number), place, format: format)
        case .integer, .decimal:
            let digits = cell.digits
            return digits.isEmpty ? "" : #"<c r="\#(place)"><v>\#(digits)</v></c>"#
        case .time(let time):
            let format = time.precision == .day ? WorkbookParts.Format.day : WorkbookParts.Format.moment
            return #"<c r="\#(place)" s="\#(format)"><v>\#(serial(time))</v></c>"#
        }
    }

    private static func inline(_ text: String, _ place: String, format: Int) -> String {
        let text = text.utf16.count > longest ? String(text.prefix(longest / 4)) + "…" : text
        let head = #"<c r="\#(place)" s="\#(format)" t="inlineStr">"#
        return head + #"<is><t xml:space="preserve">\#(escaped(text))</t></is></c>"#
    }

    /// Days since 30 December 1899 on the clock that the time carries, to the minute; a day is a whole number.
    static func serial(_ time: EventTime) -> String {
        let minutes = time.instant.milliseconds / 60_000 + Int64(time.offsetMinutes)
        guard time.precision != .day else { return String(time.localDate.daysSinceEpoch + 25_569) }
        return String(Double(minutes) / 1440 + 25_569)
    }
}
