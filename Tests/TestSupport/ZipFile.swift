/// Writes ZIP archives, also such as no honest program would write.
public struct ZipFile: Sendable {
    /// One part, with whatever its directory shall say of it.
    public struct Part: Sendable {
        public var name: String
        public var bytes: [UInt8]
        public var method: UInt16
        public var flags: UInt16 = 0
        public var size: UInt32
        public var checksum: UInt32

        /// A part that is stored as it is.
        public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

        public init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            method = 0
            size = UInt32(bytes.count)
            checksum = Checksum.crc32(bytes)
        }
    }

    public var parts: [Part] = []
    /// Added to where the directory says each part begins.
    public var shift: UInt32 = 0

    public init(_ parts: [Part] = []) {
        self.parts = parts
    }

    public var bytes: [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let start = UInt32(archive.count) &+ (archive.isEmpty ? 0 : shift)
            let name = Array(part.name.utf8)
            let common =
                Self.short(20) + Self.short(part.flags) + Self.short(part.method) + Self.long(0)
                + Self.long(part.checksum) + Self.long(UInt32(part.bytes.count)) + Self.long(part.size)
                + Self.short(UInt16(name.count)) + Self.short(0)
            archive += Self.long(0x0403_4B50) + common + name + part.bytes
            directory += Self.long(0x0201_4B50) + Self.short(20) + common
            directory += Self.short(0) + Self.short(0) + Self.short(0) + Self.long(0) + Self.long(start) + name
        }
        let start = UInt32(archive.count)
        let count = Self.short(UInt16(parts.count))
        return archive + directory + Self.long(0x0605_4B50) + Self.long(0) + count + count
            + Self.long(UInt32(directory.count)) + Self.long(start) + Self.short(0)
    }

    private static func short(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }

    private static func long(_ value: UInt32) -> [UInt8] {
        short(UInt16(value & 0xFFFF)) + short(UInt16(value >> 16))
    }
}
