import CZlib
import Foundation

/// Reads a ZIP archive as any reader would, by its central directory: to see what we wrote with other eyes.
public struct ZipArchive {
    public struct Damaged: Error {
        public var reason: String
    }

    /// Names in the order of the directory.
    public private(set) var names: [String] = []
    private var members: [String: [UInt8]] = [:]

    public init(path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        guard bytes.count >= 22 else { throw Damaged(reason: "too short") }
        let end = bytes.count - 22
        guard Self.number(bytes, end, 4) == 0x0605_4B50 else { throw Damaged(reason: "no end record") }
        var at = Self.number(bytes, end + 16, 4)
        for _ in 0..<Self.number(bytes, end + 10, 2) {
            guard Self.number(bytes, at, 4) == 0x0201_4B50 else { throw Damaged(reason: "no directory entry") }
            let length = Self.number(bytes, at + 28, 2)
            let name = String(decoding: bytes[at + 46..<at + 46 + length], as: UTF8.self)
            names.append(name)
            members[name] = try Self.member(bytes, directory: at)
            at += 46 + length + Self.number(bytes, at + 30, 2) + Self.number(bytes, at + 32, 2)
        }
    }

    public func text(_ name: String) -> String? {
        members[name].map { String(decoding: $0, as: UTF8.self) }
    }

    private static func member(_ bytes: [UInt8], directory at: Int) throws -> [UInt8] {
        let (checksum, packed, size) = (number(bytes, at + 16, 4), number(bytes, at + 20, 4), number(bytes, at + 24, 4))
        let local = number(bytes, at + 42, 4)
        guard number(bytes, local, 4) == 0x0403_4B50, number(bytes, local + 14, 4) == checksum,
            number(bytes, local + 18, 4) == packed, number(bytes, local + 22, 4) == size
        else { throw Damaged(reason: "the two headers differ") }
        let start = local + 30 + number(bytes, local + 26, 2) + number(bytes, local + 28, 2)
        let plain = try inflated(Array(bytes[start..<start + packed]), size: size)
        guard Int(crc32(0, plain, uInt(plain.count))) == checksum else { throw Damaged(reason: "wrong checksum") }
        return plain
    }

    private static func inflated(_ packed: [UInt8], size: Int) throws -> [UInt8] {
        var (input, output) = (packed, [UInt8](repeating: 0, count: size + 1))
        var stream = z_stream()
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw Damaged(reason: "no memory")
        }
        defer { inflateEnd(&stream) }
        let code = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                (stream.next_in, stream.avail_in) = (source.baseAddress, uInt(source.count))
                (stream.next_out, stream.avail_out) = (target.baseAddress, uInt(target.count))
                return inflate(&stream, Z_FINISH)
            }
        }
        guard code == Z_STREAM_END, Int(stream.total_out) == size else { throw Damaged(reason: "cannot inflate") }
        output.removeLast()
        return output
    }

    private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
}
