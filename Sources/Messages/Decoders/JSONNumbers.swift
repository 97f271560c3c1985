/// Keeps the literal text of numbers that SQLite's JSON functions would change.
///
/// They give back an integer of up to 18 digits as it came; `12.50` becomes 12.5 and a 20-digit tracking number
/// 1.0e+19. Such a number is handed over as a string, which reads the same through `->>`.
enum JSONNumbers {
    /// `text`, checked JSON, with every number that would not survive put between quotes.
    static func literal(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 16)
        text.withUnsafeBufferPointer { bytes in
            var copied = 0
            var at = 0
            while at < bytes.count {
                let end = tokenEnd(bytes, at)
                if isNumber(bytes[at]), changes(bytes[at..<end]) {
                    result.append(contentsOf: bytes[copied..<at])
                    result.append(UInt8(ascii: "\""))
                    result.append(contentsOf: bytes[at..<end])
                    result.append(UInt8(ascii: "\""))
                    copied = end
                }
                at = end
            }
            result.append(contentsOf: bytes[copied...])
        }
        return result
    }

    private static func tokenEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start + 1
        if text[start] == UInt8(ascii: "\"") {
            while text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
            return at + 1
        }
        if isNumber(text[start]) {
            while at < text.count, isPartOfNumber(text[at]) { at += 1 }
        }
        return at
    }

    private static func isNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        isNumber(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte | 0x20 == UInt8(ascii: "e")
    }

    private static func changes(_ number: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        number.count > 18 || number.elementsEqual("-0".utf8)
            || number.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    }
}
