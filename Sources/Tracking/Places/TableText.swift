/// Takes a table that is written as text apart, on bytes, as quickly as a program that starts in milliseconds needs.
enum TableText {
    /// Calls `body` with the fields of each line; empty fields count, empty lines do not.
    static func forEachLine(of text: String, separator: Unicode.Scalar, _ body: ([String]) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            var fields: [String] = []
            fields.reserveCapacity(16)
            var start = 0
            for index in 0...bytes.count {
                let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
                let endsLine = byte == UInt8(ascii: "\n")
                guard endsLine || byte == UInt8(ascii: separator) else { continue }
                fields.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
                start = index + 1
                guard endsLine else { continue }
                if fields != [""] { body(fields) }
                fields.removeAll(keepingCapacity: true)
            }
        }
    }
}
