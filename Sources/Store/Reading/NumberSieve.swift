import Tracking

/// Holds back the numbers in which a part cannot stand, by their bytes alone: of a million, nearly all.
struct NumberSieve {
    private let part: [UInt8]

    init(_ part: NumberPart) {
        self.part = Array(part.text.utf8)
    }

    /// Never false where the part stands in the number.
    func passes(_ number: UnsafeRawBufferPointer) -> Bool {
        guard let first = part.first else { return true }
        for start in 0..<number.count {
            let byte = Self.capital(number[start])
            // Letters of other scripts have capitals that bytes do not show.
            if byte >= 0x80 { return true }
            if byte == first, stands(in: number, from: start) { return true }
        }
        return false
    }

    private func stands(in number: UnsafeRawBufferPointer, from start: Int) -> Bool {
        var matched = 1
        var at = start + 1
        while matched < part.count, at < number.count {
            let byte = number[at]
            at += 1
            if byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") { continue }
            if byte >= 0x80 { return true }
            guard Self.capital(byte) == part[matched] else { return false }
            matched += 1
        }
        return matched == part.count
    }

    private static func capital(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & 0xDF : byte
    }
}
