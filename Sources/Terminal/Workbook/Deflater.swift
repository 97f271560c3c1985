import CZlib

/// Compresses a stream of bytes, raw as ZIP wants it, and keeps its checksum.
final class Deflater {
    private var stream = z_stream()
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private(set) var checksum: UInt32 = 0
    private(set) var taken = 0
    private(set) var given = 0

    /// - Throws: `WorkbookFailure.noMemory`.
    init() throws {
        let size = Int32(MemoryLayout<z_stream>.size)
        // Level 3: a sheet is repetitive enough to shrink to a tenth, and a list should not wait for the next percent.
        let code = deflateInit2_(&stream, 3, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard code == Z_OK else { throw WorkbookFailure.noMemory }
    }

    deinit {
        deflateEnd(&stream)
    }

    func add(_ bytes: [UInt8], _ write: (ArraySlice<UInt8>) throws -> Void) throws {
        guard !bytes.isEmpty else { return }
        checksum = UInt32(truncatingIfNeeded: crc32(uLong(checksum), bytes, uInt(bytes.count)))
        taken += bytes.count
        try run(bytes, Z_NO_FLUSH, write)
    }

    func finish(_ write: (ArraySlice<UInt8>) throws -> Void) throws {
        try run([], Z_FINISH, write)
    }

    private func run(_ bytes: [UInt8], _ flush: Int32, _ write: (ArraySlice<UInt8>) throws -> Void) throws {
        var bytes = bytes
        try bytes.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = uInt(input.count)
            var isFull = true
            while isFull {
                let produced = try buffer.withUnsafeMutableBufferPointer { output in
                    stream.next_out = output.baseAddress
                    stream.avail_out = uInt(output.count)
                    guard deflate(&stream, flush) != Z_STREAM_ERROR else { throw WorkbookFailure.noMemory }
                    return output.count - Int(stream.avail_out)
                }
                isFull = produced == buffer.count
                given += produced
                if produced > 0 { try write(buffer[..<produced]) }
            }
            stream.next_in = nil
        }
    }
}
