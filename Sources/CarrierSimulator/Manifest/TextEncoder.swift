#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Turns text into the bytes of an encoding, piece by piece.
struct TextEncoder {
    var encoding: ManifestEncoding

    /// What stands before the text.
    var prefix: [UInt8] { encoding == .utf16 ? [0xFF, 0xFE] : [] }

    func bytes(_ text: String) throws(ManifestProblem) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf16: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .gb18030: try Self.converted(Array(text.utf8), to: "GB18030")
        }
    }

    private static func converted(_ bytes: [UInt8], to name: String) throws(ManifestProblem) -> [UInt8] {
        let converter = iconv_open(name, "UTF-8")
        // The C interface reports failure as the pointer -1.
        guard let converter, Int(bitPattern: converter) != -1 else { throw .cannotEncode(name) }
        defer { iconv_close(converter) }
        // A character of at most four bytes becomes at most four.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
        var input = bytes.map { CChar(bitPattern: $0) }
        let written: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                var left = source.count
                var room = target.count
                let result = iconv(converter, &from, &left, &to, &room)
                return result == Int.max || result == -1 || left != 0 ? nil : target.count - room
            }
        }
        guard let written else { throw .cannotEncode(name) }
        return output.prefix(written).map { UInt8(bitPattern: $0) }
    }
}
