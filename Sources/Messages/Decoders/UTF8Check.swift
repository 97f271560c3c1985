/// Finds the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7).
enum UTF8Check {
    struct Finding: Hashable {
        var offset: Int
        /// The text ends inside a character that is well formed so far.
        var reachesEnd: Bool
    }

    static func firstInvalid(_ bytes: [UInt8]) -> Finding? {
        bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            while at < bytes.count {
                if bytes[at] < 0x80 { at += 1; continue }
                guard let second = secondByte(after: bytes[at]) else { return Finding(offset: at, reachesEnd: false) }
                let length = bytes[at] < 0xE0 ? 2 : bytes[at] < 0xF0 ? 3 : 4
                for offset in 1..<length {
                    guard at + offset < bytes.count else { return Finding(offset: at, reachesEnd: true) }
                    guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[at + offset]) else {
                        return Finding(offset: at, reachesEnd: false)
                    }
                }
                at += length
            }
            return nil
        }
    }

    private static func secondByte(after lead: UInt8) -> ClosedRange<UInt8>? {
        switch lead {
        case 0xC2...0xDF, 0xE1...0xEC, 0xEE...0xEF, 0xF1...0xF3: 0x80...0xBF
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: nil
        }
    }
}
