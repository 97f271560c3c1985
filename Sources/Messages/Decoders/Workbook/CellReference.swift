/// `AB12`: where a cell stands, from 1.
struct CellReference: Hashable {
    /// As many as Excel has (ISO/IEC 29500-1, 18.3.1.4).
    static let mostColumns = 16_384
    static let mostRows = 1_048_576

    var column: Int
    var row: Int

    /// Nil for what names no cell of a sheet.
    init?(_ text: some Collection<UInt8>) {
        var column = 0
        var row = 0
        var isInRow = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !isInRow:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                isInRow = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "$"): continue
            default: return nil
            }
            guard column <= Self.mostColumns, row <= Self.mostRows else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.column = column
        self.row = row
    }
}
