/// Keeps the literal text of numbers that SQLite's JSON functions would change.
///
/// They give back an integer of up to 18 digits as it came; `12.50` becomes 12.5 and a 20-digit tracking number
/// 1.0e+19. Such a number is handed over as a string, which reads the same through `->>`.
enum JSONNumbers {
    /// `text`, checked JSON, with every number that would not survive put between quotes.
    static func literal(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 16)
        var at = text.startIndex
        while at < text.endIndex {
            let end = tokenEnd(text, at)
            let needsQuotes = isNumber(text[at]) && changes(text[at..<end])
            if needsQuotes { result.append(UInt8(ascii: "\"")) }
            result.append(contentsOf: text[at..<end])
            if needsQuotes { result.append(UInt8(ascii: "\"")) }
            at = end
        }
        return result
    }

    private static func tokenEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
        var at = start + 1
        if text[start] == UInt8(ascii: "\"") {
            while text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
            return at + 1
        }
        if isNumber(text[start]) {
            while at < text.endIndex, isPartOfNumber(text[at]) { at += 1 }
        }
        return at
    }

    private static func isNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        isNumber(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte | 0x20 == UInt8(ascii: "e")
    }

    private static func changes(_ number: ArraySlice<UInt8>) -> Bool {
        number.count > 18 || number.elementsEqual("-0".utf8)
            || number.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    }
}
