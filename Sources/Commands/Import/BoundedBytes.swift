import Foundation

/// Reads what may have no end, and stops at a limit.
enum BoundedBytes {
    private static let stretch = 1 << 20

    /// Everything that a descriptor gives; nil as soon as it is more than `most` bytes.
    ///
    /// - Parameter expected: how much room to make at once; what comes may be more or less.
    /// - Throws: `POSIXError` when it cannot be read.
    static func read(_ descriptor: Int32, most: Int, expected: Int = 0) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(expected, most) + 1)
        var buffer = [UInt8](repeating: 0, count: stretch)
        while true {
            let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= most else { return nil }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}
