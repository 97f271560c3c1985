import Tracking

/// Holds back the numbers in which a part cannot stand, by their bytes alone: of a million, nearly all.
///
/// All beginnings of the part are followed at once, a bit each (the shift-and method of Baeza-Yates and Gonnet), so that a
/// part whose first character stands in every number takes no longer than any other.
struct NumberSieve {
    /// Of a longer part the beginning is looked for.
    private static let longest = 64
    private static let hyphen = UInt8(ascii: "-")
    private static let blank = UInt8(ascii: " ")

    /// For each byte, where in the part it stands.
    private let places: [UInt64]
    /// The last place of the part.
    private let end: UInt64

    init(_ part: NumberPart) {
        let bytes = part.text.utf8.prefix(Self.longest)
        var places = [UInt64](repeating: 0, count: 256)
        for (place, byte) in bytes.enumerated() {
            places[Int(byte)] |= 1 << UInt64(place)
            if (0x41...0x5A).contains(byte) { places[Int(byte | 0x20)] |= 1 << UInt64(place) }
        }
        self.places = places
        end = bytes.isEmpty ? 0 : 1 << UInt64(bytes.count - 1)
    }

    /// Never false where the part stands in the number.
    func passes(_ number: UnsafeRawBufferPointer) -> Bool {
        guard end != 0 else { return true }
        return places.withUnsafeBufferPointer { places in
            var begun: UInt64 = 0
            for byte in number {
                // Letters of other scripts have capitals that bytes do not show.
                if byte >= 0x80 { return true }
                if byte == Self.hyphen || byte == Self.blank { continue }
                begun = (begun << 1 | 1) & places[Int(byte)]
                if begun & end != 0 { return true }
            }
            return false
        }
    }
}
