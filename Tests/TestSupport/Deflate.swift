/// Deflate (RFC 1951) by hand, for archives that a test needs to be exactly so.
public struct Deflate: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var bits: UInt64 = 0
    private var count = 0

    /// Bytes in stored blocks.
    public static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            result.append(rest.isEmpty ? 1 : 0)
            result += [UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8)]
            result += block
        } while !rest.isEmpty
        return result
    }

    /// `start`, and its last byte again `times` 258 times: some 160 times smaller than what it becomes.
    public static func repeating(_ start: String, times: Int) -> [UInt8] {
        var deflate = Deflate()
        deflate.add(1, 1)
        deflate.add(1, 2)
        for byte in start.utf8 { deflate.addCode(0x30 + UInt64(byte), 8) }
        for _ in 0..<times {
            deflate.addCode(0b1100_0101, 8)
            deflate.addCode(0, 5)
        }
        deflate.addCode(0, 7)
        deflate.add(0, 7)
        return deflate.bytes
    }

    private mutating func add(_ value: UInt64, _ length: Int) {
        bits |= value << UInt64(count)
        count += length
        while count >= 8 {
            bytes.append(UInt8(bits & 255))
            bits >>= 8
            count -= 8
        }
    }

    /// Huffman codes stand with their highest bit first.
    private mutating func addCode(_ code: UInt64, _ length: Int) {
        for index in (0..<length).reversed() { add(code >> UInt64(index) & 1, 1) }
    }
}
