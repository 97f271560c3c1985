/// Brings a time as a person or a spreadsheet wrote it into the ASCII that `TimeScanner` knows.
enum TimeSpelling {
    /// The longest text that can be a time; a longer one is cut, and then is none.
    private static let maximumLength = 64

    /// The text without what stands around it, full-width characters as ASCII, and 2026年11月20日 14时56分 as
    /// `2026/11/20 14:56`.
    static func plain(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var pendingMinutes = false
        for scalar in text.unicodeScalars.prefix(maximumLength) {
            let byte = plain(scalar)
            if pendingMinutes {
                // 14时 alone is the full hour.
                result += (48...57).contains(byte ?? 0) ? [] : [48, 48]
                pendingMinutes = false
            }
            switch scalar {
            case "时", "點", "点", "時":
                result.append(UInt8(ascii: ":"))
                pendingMinutes = true
            case "分": result.append(UInt8(ascii: ":"))
            default: if let byte { result.append(byte) }
            }
        }
        if pendingMinutes { result += [48, 48] }
        return trimmed(result)
    }

    /// The ASCII of a character; nil for one that is to be dropped, and a byte no form has for anything else.
    private static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: UInt8(ascii: " ")
        case 0...0x7F: UInt8(truncatingIfNeeded: scalar.value)
        case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: nil
        case 0x5E74, 0x6708: UInt8(ascii: "/")  // 年 月
        case 0x65E5, 0x53F7: UInt8(ascii: " ")  // 日 号
        case 0x79D2: nil  // 秒
        default: 0
        }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        while let first = rest.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "'") { rest.removeFirst() }
        // 14时56分 leaves a colon behind when no seconds follow.
        while let last = rest.last, last == UInt8(ascii: " ") || last == UInt8(ascii: ":") { rest.removeLast() }
        return Array(rest)
    }
}
