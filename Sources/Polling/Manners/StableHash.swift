/// A hash that every process and every computer reckons alike, unlike that of `Hashable`.
///
/// What is drawn, spread or recognised by it stays so over a restart.
enum StableHash {
    /// FNV-1a over the text, then mixed: codes that differ in their last digit only must not be neighbours.
    static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
