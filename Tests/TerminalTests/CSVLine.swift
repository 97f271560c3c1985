/// A strict reader of one CSV line, to judge the writer by.
enum CSVLine {
    /// The cells; nil when the line breaks RFC 4180 or is more than one record.
    static func cells(_ line: String) -> [String]? {
        var bytes = Array(line.utf8)
        guard bytes.suffix(2) == [0x0D, 0x0A] else { return nil }
        bytes.removeLast(2)
        var cells: [String] = []
        var index = 0
        while true {
            guard let (cell, end) = cell(bytes, from: index) else { return nil }
            cells.append(String(decoding: cell, as: UTF8.self))
            if end == bytes.count { return cells }
            guard bytes[end] == 0x2C else { return nil }
            index = end + 1
        }
    }

    private static func cell(_ bytes: [UInt8], from start: Int) -> (cell: [UInt8], end: Int)? {
        guard start < bytes.count, bytes[start] == 0x22 else {
            let end = bytes[start...].firstIndex(of: 0x2C) ?? bytes.count
            let cell = Array(bytes[start..<end])
            return cell.contains { [0x22, 0x0A, 0x0D].contains($0) } ? nil : (cell, end)
        }
        var cell: [UInt8] = []
        var index = start + 1
        while index < bytes.count {
            if bytes[index] != 0x22 {
                cell.append(bytes[index])
                index += 1
            } else if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                cell.append(0x22)
                index += 2
            } else {
                return (cell, index + 1)
            }
        }
        return nil
    }
}
