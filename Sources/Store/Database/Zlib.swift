import CZlib

/// Bodies of the archive, made small: the one door to zlib of this target.
enum Zlib {
    /// Compresses at zlib's fast levels: a manifest shrinks to a seventh, and speed matters more than the last tenth.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(uLong(bytes.count))
        var out = [UInt8](repeating: 0, count: Int(size))
        let code = compress2(&out, &size, bytes, uLong(bytes.count), 6)
        // compress2 fails only for lack of memory or space; the bound rules out the second.
        precondition(code == Z_OK, "zlib ran out of memory")
        out.removeLast(out.count - Int(size))
        return out
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
