/// Reads the JSON arrays of texts that ``Statement`` writes. A parser of its own, because a list of 200,000 parcels
/// reads as many of them and they hold nothing but texts.
enum StatedTexts {
    /// The array that ``read(_:)`` reads.
    static func text(_ texts: [String]) -> String {
        var json: [UInt8] = [UInt8(ascii: "[")]
        for (index, text) in texts.enumerated() {
            if index > 0 { json.append(UInt8(ascii: ",")) }
            json.append(UInt8(ascii: "\""))
            Statement.append(text, to: &json)
            json.append(UInt8(ascii: "\""))
        }
        json.append(UInt8(ascii: "]"))
        return String(decoding: json, as: UTF8.self)
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        var texts: [String] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "\"") else {
                index += 1
                continue
            }
            let start = index + 1
            var end = start
            var isPlain = true
            while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\"") {
                if bytes[end] == UInt8(ascii: "\\") {
                    isPlain = false
                    end += 1
                }
                end += 1
            }
            end = min(end, bytes.endIndex)
            let inside = UnsafeBufferPointer(rebasing: bytes[start..<end])
            texts.append(isPlain ? String(decoding: inside, as: UTF8.self) : unescaped(inside))
            index = end + 1
        }
        return texts
    }

    /// The escapes that ``Statement`` writes: quotes, backslashes, and controls as `\u00XX`.
    private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var plain: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\\"), index < bytes.endIndex else {
                plain.append(byte)
                continue
            }
            let escape = bytes[index]
            index += 1
            guard escape == UInt8(ascii: "u"), index + 4 <= bytes.endIndex else {
                plain.append(escape)
                continue
            }
            let digits = String(decoding: UnsafeBufferPointer(rebasing: bytes[index..<index + 4]), as: UTF8.self)
            plain.append(UInt8(digits, radix: 16) ?? UInt8(ascii: "?"))
            index += 4
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
