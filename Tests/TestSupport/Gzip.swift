import CZlib
public import Foundation

/// Just enough of gzip to write test answers with.
public enum Gzip {
    /// `data` as gzip, not made smaller.
    public static func stored(_ data: Data) -> Data {
        let length = UInt16(data.count)
        return header + [1] + bytes(of: length) + bytes(of: ~length) + data + bytes(of: checksum(data))
            + bytes(of: UInt32(data.count))
    }

    /// At least `count` zeros at about 158 to 1, which is more than any table or JSON text comes to.
    public static func zeros(_ count: Int) -> Data {
        let repeats = count / 258 + 1
        var bits = BitWriter()
        bits.write(0b011, 3)  // the last block, fixed codes
        bits.writeCode(0b0011_0000, 8)  // a zero
        for _ in 0..<repeats {
            bits.writeCode(0b1100_0101, 8)  // 258 bytes
            bits.writeCode(0, 5)  // like the one before
        }
        bits.writeCode(0, 7)  // the end
        let size = 1 + repeats * 258
        return header + bits.bytes + bytes(of: checksum(Data(count: size))) + bytes(of: UInt32(size))
    }

    /// `count` zeros as tight as deflate can pack them, at about 1000 to 1; memory is needed for what comes out only.
    public static func thousandfold(_ count: Int) -> Data {
        var stream = z_stream()
        guard caravan_deflate_init(&stream, 9) == Z_OK else { return Data() }
        defer { deflateEnd(&stream) }
        var zeros = [UInt8](repeating: 0, count: 1 << 16)
        var room = [UInt8](repeating: 0, count: 1 << 16)
        var packed = Data()
        var sum: UInt = crc32(0, nil, 0)
        for start in stride(from: 0, to: count, by: zeros.count) {
            let size = min(zeros.count, count - start)
            sum = crc32(sum, zeros, UInt32(size))
            let isLast = start + size == count
            zeros.withUnsafeMutableBufferPointer { zeros in
                stream.next_in = zeros.baseAddress
                stream.avail_in = UInt32(size)
                repeat {
                    room.withUnsafeMutableBufferPointer { room in
                        stream.next_out = room.baseAddress
                        stream.avail_out = UInt32(room.count)
                        deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    }
                    packed.append(contentsOf: room.prefix(room.count - Int(stream.avail_out)))
                } while stream.avail_out == 0
            }
        }
        // zlib's own two bytes before and four behind are not gzip's.
        return header + packed.dropFirst(2).dropLast(4) + bytes(of: UInt32(truncatingIfNeeded: sum))
            + bytes(of: UInt32(count))
    }

    private static let header = Data([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])

    private struct BitWriter {
        private(set) var bytes = Data()
        private var used = 8

        mutating func write(_ value: Int, _ count: Int) {
            for bit in 0..<count { append(value >> bit & 1) }
        }

        /// Huffman codes stand with their highest bit first.
        mutating func writeCode(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { append(value >> bit & 1) }
        }

        private mutating func append(_ bit: Int) {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= UInt8(bit << used)
            used += 1
        }
    }

    private static func bytes(of value: some FixedWidthInteger) -> Data {
        withUnsafeBytes(of: value.littleEndian) { Data($0) }
    }

    private static func checksum(_ data: Data) -> UInt32 {
        let table = table
        return data.withUnsafeBytes { bytes in
            ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xff)] ^ sum >> 8 }
        }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xedb8_8320 ^ sum >> 1 : sum >> 1 }
    }
}
