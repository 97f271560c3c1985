import Foundation

/// Keeps what was written instead of showing it, for tests of commands.
///
/// `@unchecked Sendable`, because the bytes are touched under the lock alone.
public final class RecordedOutput: @unchecked Sendable {
    private let lock = NSLock()
    private var bytes: [UInt8] = []

    public init() {}

    /// A sink that fills this recording.
    public var sink: OutputSink {
        OutputSink { [self] more in
            lock.withLock { bytes += more }
            return .written
        }
    }

    /// What was written so far.
    public var text: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
}
