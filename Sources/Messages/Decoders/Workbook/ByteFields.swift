/// Numbers at fixed places of some bytes, the low byte first; what lies outside reads as zero.
struct ByteFields {
    private let bytes: [UInt8]
    private let start: Int

    init(_ bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        self.start = start
    }

    func short(_ offset: Int) -> Int { Int(byte(offset)) | Int(byte(offset + 1)) << 8 }

    func long(_ offset: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: short(offset)) | UInt32(truncatingIfNeeded: short(offset + 2)) << 16
    }

    private func byte(_ offset: Int) -> UInt8 {
        let at = start + offset
        return at >= 0 && at < bytes.count ? bytes[at] : 0
    }
}
