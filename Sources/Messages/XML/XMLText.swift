/// Small things about the bytes of XML text.
enum XMLText {
    static func beginsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: ":"), 0x80...:
            true
        default: false
        }
    }

    static func continuesName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: beginsName(byte)
        }
    }

    static func continuesReference(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "#") || (byte < 0x80 && continuesName(byte))
    }

    /// The character that a reference stands for, given what is between `&` and `;`; nil for one that there is not.
    static func scalar(of reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let name = String(decoding: reference, as: UTF8.self)
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "apos": return "'"
        case "quot": return "\""
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let isHexadecimal = name.dropFirst().hasPrefix("x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
            let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            value >= 0x20 || [9, 10, 13].contains(value), value != 0xFFFE, value != 0xFFFF
        else { return nil }
        return Unicode.Scalar(value)
    }

    /// The text with its references resolved and line ends as one LF; it must have been scanned before.
    static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var at = text.startIndex
        while at < text.endIndex {
            if text[at] == UInt8(ascii: "&"), let end = text[at...].firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(of: text[(at + 1)..<end])
            {
                result.append(contentsOf: String(Character(scalar)).utf8)
                at = end + 1
                continue
            }
            at = appendPlain(text, at, to: &result)
        }
        return result
    }

    /// What a CDATA section says: its text with line ends as one LF.
    static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var at = text.startIndex
        while at < text.endIndex { at = appendPlain(text, at, to: &result) }
        return result
    }

    private static func appendPlain(_ text: ArraySlice<UInt8>, _ at: Int, to result: inout [UInt8]) -> Int {
        guard text[at] == 0x0D else {
            result.append(text[at])
            return at + 1
        }
        result.append(0x0A)
        return at + 1 < text.endIndex && text[at + 1] == 0x0A ? at + 2 : at + 1
    }

    /// Writes characters so that they can stand in a text.
    static func escaped(_ text: some Sequence<UInt8>) -> [UInt8] {
        text.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "&"): Array("&amp;".utf8)
            case UInt8(ascii: "<"): Array("&lt;".utf8)
            case UInt8(ascii: ">"): Array("&gt;".utf8)
            default: [byte]
            }
        }
    }

    /// Without the blanks around it, which in messages only lay the text out.
    static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
        guard let first = text.firstIndex(where: { !JSONText.isSpace($0) }),
            let last = text.lastIndex(where: { !JSONText.isSpace($0) })
        else { return [] }
        return text[first...last]
    }

    /// How many lines end in a stretch: with LF, CR LF or CR.
    static func lines(in bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A, previous != 0x0D { count += 1 }
            if byte == 0x0D { count += 1 }
            previous = byte
        }
        return count
    }
}
