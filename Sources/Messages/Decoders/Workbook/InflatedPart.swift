internal import CZlib

/// Gives the bytes of one part of an archive piece by piece, and stops one that grows beyond reason.
///
/// What the archive promises of its size decides nothing: only bytes that have been made are counted, and at the end
/// they must be those that the directory promised.
final class InflatedPart {
    private let bytes: [UInt8]
    private let entry: ZipEntry
    private let limits: DecodingLimits
    private let stream: UnsafeMutablePointer<z_stream>
    private var at: Int
    private var checksum: uLong = 0
    private var isAtEnd = false
    /// Bytes made so far.
    private(set) var count = 0

    init(_ archive: ZipArchive, _ entry: ZipEntry, _ limits: DecodingLimits) throws(ReadFailure) {
        bytes = archive.bytes
        self.entry = entry
        self.limits = limits
        at = entry.range.lowerBound
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Raw deflate: a ZIP archive keeps its own header and checksum.
        let code = inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            throw ReadFailure(
                .tooLarge, at: entry.name, "zlib has no memory", remedy: "look at the memory that is left")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Fills `room` from its start; returns how many bytes came, 0 at the end of the part.
    ///
    /// - Throws: `malformed`, `truncated`, `too-large`.
    func read(into room: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        guard !isAtEnd, !room.isEmpty else { return 0 }
        let made = entry.method == .stored ? copy(into: room) : try inflate(into: room)
        count += made
        if let base = room.baseAddress {
            checksum = crc32(checksum, base.assumingMemoryBound(to: Bytef.self), uInt(made))
        }
        try checkGrowth()
        if isAtEnd { try checkEnd() }
        return made
    }

    private func copy(into room: UnsafeMutableRawBufferPointer) -> Int {
        let made = min(room.count, entry.range.upperBound - at)
        room.copyBytes(from: bytes[at..<(at + made)])
        at += made
        isAtEnd = at == entry.range.upperBound
        return made
    }

    private func inflate(into room: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_out = uInt(room.count)
        let offered = entry.range.upperBound - at
        let code = bytes.withUnsafeBufferPointer { bytes in
            let start = bytes.baseAddress.map { UnsafeMutablePointer(mutating: $0 + at) }
            stream.pointee.next_in = start
            stream.pointee.avail_in = uInt(clamping: offered)
            return CZlib.inflate(stream, Z_NO_FLUSH)
        }
        at += Int(uInt(clamping: offered)) - Int(stream.pointee.avail_in)
        let made = room.count - Int(stream.pointee.avail_out)
        switch code {
        case Z_STREAM_END: isAtEnd = true
        case Z_OK where made > 0: break
        case Z_OK, Z_BUF_ERROR:
            throw ReadFailure(
                .truncated, at: entry.name, "the compressed bytes end too early", remedy: "get the whole file again")
        default: throw ZipArchive.damaged("\(entry.name) cannot be decompressed")
        }
        return made
    }

    private func checkGrowth() throws(ReadFailure) {
        let isBomb = count > limits.freeInflation && count / max(1, entry.range.count) > limits.inflationRatio
        guard isBomb || count > limits.partBytes else { return }
        throw ReadFailure(
            .tooLarge, at: entry.name,
            "\(entry.range.count) compressed bytes grow beyond \(count >> 20) MB, as those of no real workbook do",
            remedy: "do not open the file; ask the sender what it is")
    }

    private func checkEnd() throws(ReadFailure) {
        guard UInt64(count) & 0xFFFF_FFFF == entry.size else {
            throw ZipArchive.damaged("\(entry.name) has \(count) bytes, its directory promises \(entry.size)")
        }
        guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
            throw ZipArchive.damaged("the checksum of \(entry.name) is wrong")
        }
    }
}
