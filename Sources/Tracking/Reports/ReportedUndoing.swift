/// A person takes back a whole message, or puts a newer version in its place.
public struct ReportedUndoing: Hashable, Sendable {
    /// Who told the message that is taken back.
    public var source: String
    /// SHA-256 of its bytes as they came: 32 bytes.
    public var sha256: [UInt8]
    /// SHA-256 of the newer version of the same source; nil where nothing takes its place.
    public var replacement: [UInt8]?

    public init(source: String, sha256: [UInt8], replacement: [UInt8]? = nil) {
        self.source = source
        self.sha256 = sha256
        self.replacement = replacement
    }
}
