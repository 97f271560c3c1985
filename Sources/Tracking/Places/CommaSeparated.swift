/// Reads a small table of a user's own, fields parted by commas and quoted where needed (RFC 4180).
enum CommaSeparated {
    static func rows(of text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var closed = false
        func endField() {
            row.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        for byte in text.utf8.drop(while: { [0xEF, 0xBB, 0xBF].contains($0) }) {
            let followsQuote = closed
            closed = false
            switch byte {
            case UInt8(ascii: "\""):
                // A quote right behind the closing one is one of the field's own.
                if !quoted, followsQuote { field.append(byte) }
                closed = quoted
                quoted.toggle()
            case UInt8(ascii: ",") where !quoted: endField()
            case UInt8(ascii: "\n") where !quoted:
                endField()
                rows.append(row)
                row = []
            case UInt8(ascii: "\r") where !quoted: break
            default: field.append(byte)
            }
        }
        endField()
        return rows + (row == [""] ? [] : [row])
    }
}
