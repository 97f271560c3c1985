/// Small things about the bytes of JSON text.
enum JSONText {
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The bytes of a string between its quotes with the escapes resolved; the text must have been checked before.
    static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var units: [UInt16] = []
        var result: [UInt8] = []
        var at = text.startIndex
        while at < text.endIndex {
            if text[at] == UInt8(ascii: "\\"), at + 1 < text.endIndex, text[at + 1] == UInt8(ascii: "u") {
                units.append(hexadecimal(text[(at + 2)..<min(at + 6, text.endIndex)]))
                at += 6
                continue
            }
            flush(&units, into: &result)
            if text[at] == UInt8(ascii: "\\"), at + 1 < text.endIndex {
                result.append(control(text[at + 1]))
                at += 2
            } else {
                result.append(text[at])
                at += 1
            }
        }
        flush(&units, into: &result)
        return result
    }

    /// Appends `text` as the inside of a JSON string.
    static func appendEscaped(_ text: some Sequence<UInt8>, to result: inout [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                result.append(UInt8(ascii: "\\"))
                result.append(byte)
            case 0..<0x20, 0x7F:
                let digits = Array("0123456789abcdef".utf8)
                result.append(contentsOf: Array("\\u00".utf8))
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            default:
                result.append(byte)
            }
        }
    }

    static func quoted(_ text: String) -> String {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        appendEscaped(text.utf8, to: &result)
        result.append(UInt8(ascii: "\""))
        return String(decoding: result, as: UTF8.self)
    }

    private static func flush(_ units: inout [UInt16], into result: inout [UInt8]) {
        guard !units.isEmpty else { return }
        result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
        units.removeAll()
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt16 {
        digits.reduce(0) { value, digit in
            value << 4 | UInt16(Character(Unicode.Scalar(digit)).hexDigitValue ?? 0)
        }
    }

    private static func control(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }
}
