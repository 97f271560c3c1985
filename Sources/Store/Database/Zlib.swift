import CZlib

/// Bodies of the archive, made small: the one door to zlib of this target.
enum Zlib {
    /// Compresses so that a manifest shrinks to a sixth; to a seventh would take twice as long.
    ///
    /// Piece by piece: room for the worst case would be as large again as a long manifest.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        // deflate fails only for lack of memory, which ends a Swift program anyway.
        precondition(
            deflateInit_(&stream, 4, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK, "zlib ran out of memory"
        )
        defer { deflateEnd(&stream) }
        var result: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 256 << 10)
        bytes.withUnsafeBufferPointer { bytes in
            stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            stream.avail_in = uInt(bytes.count)
            var code = Z_OK
            while code == Z_OK {
                let made = room.withUnsafeMutableBufferPointer { room in
                    stream.next_out = room.baseAddress
                    stream.avail_out = uInt(room.count)
                    code = deflate(&stream, Z_FINISH)
                    return room.count - Int(stream.avail_out)
                }
                result.append(contentsOf: room[0..<made])
            }
        }
        return result
    }

    /// Restores `size` bytes; nil when the stream is damaged.
    static func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
        var length = uLong(size)
        var out = [UInt8](repeating: 0, count: max(size, 1))
        guard uncompress(&out, &length, bytes, uLong(bytes.count)) == Z_OK, Int(length) == size else { return nil }
        out.removeLast(out.count - size)
        return out
    }
}
