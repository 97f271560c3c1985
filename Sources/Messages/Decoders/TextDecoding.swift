#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Turns the bytes of a table into UTF-8, whichever encoding the program that saved it had in mind.
enum TextDecoding {
    /// UTF-8 without a byte order mark.
    ///
    /// A byte order mark decides; then NULs in every other byte mean UTF-16; then well-formed UTF-8 is UTF-8, since
    /// other encodings hardly ever look like it; the rest is GB18030, which contains GBK and GB 2312.
    static func plainUTF8(_ body: [UInt8]) throws(ReadFailure) -> [UInt8] {
        if body.starts(with: [0xEF, 0xBB, 0xBF]) { return try checked(Array(body.dropFirst(3))) }
        if body.starts(with: [0xFF, 0xFE]) { return try checked(convert(Array(body.dropFirst(2)), from: "UTF-16LE")) }
        if body.starts(with: [0xFE, 0xFF]) { return try checked(convert(Array(body.dropFirst(2)), from: "UTF-16BE")) }
        if let encoding = unmarkedUTF16(body) { return try checked(convert(body, from: encoding)) }
        guard let invalid = UTF8Check.firstInvalid(body) else { return try checked(body) }
        if invalid.reachesEnd {
            throw ReadFailure(
                .truncated, at: "byte \(invalid.offset)", "the text ends inside a character",
                remedy: "get the whole file again")
        }
        return try checked(convert(body, from: "GB18030"))
    }

    /// UTF-8 from a named encoding.
    static func converted(_ body: [UInt8], from encoding: String) throws(ReadFailure) -> [UInt8] {
        try checked(convert(body, from: encoding))
    }

    private static func checked(_ text: [UInt8]) throws(ReadFailure) -> [UInt8] {
        if let invalid = UTF8Check.firstInvalid(text) {
            throw ReadFailure(
                .wrongEncoding, at: "byte \(invalid.offset)", "the mark says UTF-8, this is not",
                remedy: "save the table again as \"CSV UTF-8\"")
        }
        if let nul = text.firstIndex(of: 0) {
            throw ReadFailure(
                .malformed, at: "byte \(nul)", "a NUL inside the text",
                remedy: "save the table again as \"CSV UTF-8\"")
        }
        return text
    }

    private static func unmarkedUTF16(_ body: [UInt8]) -> String? {
        let sample = body.prefix(512)
        guard sample.count >= 4, sample.contains(0) else { return nil }
        let even = sample.indices.filter { $0 % 2 == 0 && sample[$0] == 0 }.count
        let odd = sample.indices.filter { $0 % 2 == 1 && sample[$0] == 0 }.count
        // ASCII has a NUL for its high byte, and a table has many commas and digits; a few Chinese characters have one
        // for their low byte.
        let many = max(2, sample.count / 16)
        if odd >= many, odd > 4 * even { return "UTF-16LE" }
        return even >= many && even > 4 * odd ? "UTF-16BE" : nil
    }

    private static func convert(_ bytes: [UInt8], from encoding: String) throws(ReadFailure) -> [UInt8] {
        guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
            throw ReadFailure(
                .wrongEncoding, "this system cannot convert \(encoding)",
                remedy: "save the table again as \"CSV UTF-8\"")
        }
        defer { _ = iconv_close(converter) }
        var source = bytes
        // One unit of any of these encodings becomes at most three bytes for each two, or four for four.
        var result = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
        let left = source.withUnsafeMutableBytes { source in
            result.withUnsafeMutableBytes { result in run(converter, source, result) }
        }
        guard left.source == 0 else {
            throw ReadFailure(
                .wrongEncoding, at: "byte \(bytes.count - left.source)",
                "neither UTF-8 nor \(encoding)", remedy: "save the table again as \"CSV UTF-8\"")
        }
        result.removeLast(left.result)
        return result
    }

    private static func run(
        _ converter: iconv_t, _ source: UnsafeMutableRawBufferPointer,
        _ result: UnsafeMutableRawBufferPointer
    ) -> (source: Int, result: Int) {
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = result.baseAddress?.assumingMemoryBound(to: CChar.self)
        var sourceLeft = source.count
        var resultLeft = result.count
        _ = iconv(converter, &from, &sourceLeft, &to, &resultLeft)
        return (sourceLeft, resultLeft)
    }
}
