import Tracking

/// Holds back the numbers in which a part cannot stand, by their bytes alone: of a million, nearly all.
struct NumberSieve {
    private let part: [UInt8]

    init(_ part: NumberPart) {
        self.part = Array(part.text.utf8)
    }

    /// Never false where the part stands in the number.
    func passes(_ number: UnsafeRawBufferPointer) -> Bool {
        for start in number.indices {
            var matched = 0
            for byte in number[start...] {
                // Letters of other scripts have capitals that bytes do not show.
                if byte >= 0x80 { return true }
                if byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") { continue }
                guard Self.capital(byte) == part[matched] else { break }
                matched += 1
                if matched == part.count { return true }
            }
        }
        return false
    }

    private static func capital(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & 0xDF : byte
    }
}
